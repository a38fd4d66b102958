package org.lacuna.intake.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * The private half of a key, as age v1 writes it. It lives in memory alone, and shows itself to nobody who prints it;
 * where it is stored it is wrapped. Java cannot promise that a freed copy is overwritten, so it is held as short as can be.
 */
public final class Identity {
    private final String line;
    private final Recipient recipient;

    private Identity(String line, Recipient recipient) {
        this.line = line;
        this.recipient = recipient;
    }

    /** A new one. */
    public static Identity draw() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Identity(
                    ascii(pair.getPrivate().getEncoded()),
                    new Recipient(ascii(pair.getPublic().getEncoded())));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java from 11 on has X25519", absent);
        }
    }

    /** One that was kept wrapped beside its public half. */
    public static Identity of(byte[] line, Recipient recipient) {
        return new Identity(ascii(line).strip(), recipient);
    }

    /** Whether it opens what is closed for its public half; for one that somebody typed. */
    public boolean whole() {
        byte[] trial = {1};
        return open(recipient.close(trial)).isPresent();
    }

    /** As age writes it, to be wrapped, or to be printed once. */
    public byte[] line() {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    /** The public half. */
    public Recipient recipient() {
        return recipient;
    }

    /** What was closed for it; empty if it was closed for somebody else, or altered. */
    public Optional<byte[]> open(byte[] closed) {
        try (InputStream in = opening(new ByteArrayInputStream(closed))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException altered) {
            return Optional.empty();
        }
    }

    /**
     * Opens while it is read.
     *
     * @throws IOException also later, while reading: it was closed for somebody else, or altered, or cut off
     */
    public InputStream opening(InputStream closed) throws IOException {
        try {
            RecipientStanzaReader reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line);
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(Channels.newChannel(closed), List.of(reader)));
        } catch (GeneralSecurityException | RuntimeException refused) {
            // The library's own messages may quote what they read.
            throw new IOException("this does not open with this identity");
        }
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "an identity";
    }
}
