package org.lacuna.page;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.ParameterParser;

/**
 * A form with files ({@code multipart/form-data}, RFC 7578), whole, in a file that only this process can read. It is read
 * twice: first all fields, so that nothing is begun with a body that was cut; then each file as it is asked for.
 */
public final class SentParts {
    static final String PLACE = "lacuna.sent-parts";
    private static final int MOST_FILES = 100;
    private static final int MOST_PARTS = MOST_FILES + FormEncoding.MOST_FIELDS;
    private static final int MOST_HEADERS = 4096;

    private final Spill spill;
    private final String contentType;

    SentParts(Spill spill, String contentType) {
        this.spill = spill;
        this.contentType = contentType;
    }

    /** How what came looks. */
    public enum State {
        WHOLE,
        /** It breaks off, or its parts cannot be told apart. */
        BROKEN,
        /** More fields, bytes in fields, or files than any page of ours has. */
        TOO_MANY
    }

    /**
     * The fields.
     *
     * @param form as far as it could be read
     * @param files how many files came with it
     */
    public record Fields(SentForm form, State state, int files) {}

    /** Takes one file; it is read when this returns. */
    @FunctionalInterface
    public interface Taker {
        void take(String name, InputStream bytes) throws IOException;
    }

    /** The parts of this request; empty if it came without files. */
    public static Optional<SentParts> of(RoutingContext asked) {
        return Optional.ofNullable(asked.get(PLACE));
    }

    /** Reads everything once. */
    public Fields fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        int found = 0;
        int files = 0;
        // Until a first part is found there is nothing that a form of ours would be.
        State state = State.BROKEN;
        try (EndSeen body = new EndSeen(spill.read())) {
            FileItemIterator parts = parts(body);
            int room = ArrivingBody.MOST_BYTES;
            while (state != State.TOO_MANY && parts.hasNext()) {
                FileItemStream part = parts.next();
                state = State.WHOLE;
                if (part.isFormField()) {
                    byte[] text = text(part, room + 1);
                    room -= text.length;
                    fields.putIfAbsent(part.getFieldName(), new String(text, StandardCharsets.UTF_8));
                } else if (isThere(part)) {
                    files++;
                }
                boolean tooMany =
                        ++found > MOST_PARTS || fields.size() > FormEncoding.MOST_FIELDS || files > MOST_FILES;
                if (tooMany || room < 0) {
                    state = State.TOO_MANY;
                }
            }
            // Cut after the first bytes of a boundary it would look as if no more parts were meant (RFC 2046 §5.1.1).
            if (state == State.WHOLE && !body.endsWith("--" + boundary() + "--")) {
                state = State.BROKEN;
            }
        } catch (FileUploadException | IOException broken) {
            state = State.BROKEN;
        }
        return new Fields(SentForm.received(fields), state, files);
    }

    private static byte[] text(FileItemStream part, int most) throws IOException {
        try (InputStream bytes = part.openStream()) {
            return bytes.readNBytes(most);
        }
    }

    /** Hands over each file that was chosen; fields of files where none was chosen are passed over. */
    public void files(Taker taker) throws IOException {
        try {
            FileItemIterator parts = parts(spill.read());
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (part.isFormField()) {
                    continue;
                }
                try (InputStream bytes = part.openStream()) {
                    StartSeen seen = new StartSeen(bytes);
                    if (!name(part).isEmpty() || !seen.empty()) {
                        taker.take(SentForm.legible(name(part)), seen);
                    }
                }
            }
        } catch (FileUploadException broken) {
            throw new IOException("a form with files broke off", broken);
        }
    }

    private boolean isThere(FileItemStream part) throws IOException {
        try (InputStream bytes = part.openStream()) {
            long length = bytes.transferTo(OutputStream.nullOutputStream());
            return length > 0 || !name(part).isEmpty();
        }
    }

    private static String name(FileItemStream part) {
        try {
            return Optional.ofNullable(part.getName()).orElse("").strip();
        } catch (InvalidFileNameException withNul) {
            return Optional.ofNullable(withNul.getName()).orElse("").strip();
        }
    }

    private String boundary() {
        ParameterParser parameters = new ParameterParser();
        parameters.setLowerCaseNames(true);
        return Optional.ofNullable(parameters.parse(contentType, ';').get("boundary"))
                .orElse("");
    }

    private FileItemIterator parts(InputStream body) throws FileUploadException, IOException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(MOST_HEADERS);
        return upload.getItemIterator(new Spilled(contentType, body));
    }
}
