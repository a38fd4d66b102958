package org.lacuna.intake.seal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The public half of a key: what is closed for it opens with its {@link Identity} alone. Format and algorithms are those
 * of age v1 with an X25519 recipient, so that any age program opens what we closed.
 *
 * @param line {@code age1…}, 62 characters
 */
public record Recipient(String line) {
    private static final Pattern FORM = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

    public Recipient {
        if (!FORM.matcher(line).matches()) {
            throw new IllegalArgumentException("expected an age recipient such as age1… of 62 characters");
        }
    }

    /** Closes a few bytes. */
    public byte[] close(byte[] plain) {
        ByteArrayOutputStream closed = new ByteArrayOutputStream(plain.length + 300);
        try (OutputStream in = closing(closed)) {
            in.write(plain);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return closed.toByteArray();
    }

    /**
     * What is written to it comes out closed; it must be closed itself, or the end is missing and nothing opens.
     *
     * @param out closed together with it
     */
    public OutputStream closing(OutputStream out) throws IOException {
        try {
            RecipientStanzaWriter writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(line);
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(out), List.of(writer)));
        } catch (GeneralSecurityException notACurvePoint) {
            throw new IllegalStateException("this recipient is no X25519 public key", notACurvePoint);
        }
    }
}
