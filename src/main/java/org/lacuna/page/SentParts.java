package org.lacuna.page;

import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;

/**
 * A form with files ({@code multipart/form-data}, RFC 7578), whole, in a file that only this process can read. It is read
 * twice: first all fields, so that nothing is begun with a body that was cut; then each file as it is asked for.
 */
public final class SentParts {
    static final String PLACE = "lacuna.sent-parts";
    private static final int MOST_FILES = 100;
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
        int files = 0;
        State state = State.WHOLE;
        try {
            FileItemIterator parts = parts();
            int room = ArrivingBody.MOST_BYTES;
            for (int found = 0; state == State.WHOLE && parts.hasNext(); ) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    files += isThere(part) ? 1 : 0;
                    state = ++found > MOST_FILES + FormEncoding.MOST_FIELDS ? State.TOO_MANY : state;
                    continue;
                }
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                try (InputStream bytes = part.openStream()) {
                    text.writeBytes(bytes.readNBytes(room + 1));
                }
                room -= text.size();
                if (room < 0 || fields.size() >= FormEncoding.MOST_FIELDS) {
                    state = State.TOO_MANY;
                } else {
                    fields.putIfAbsent(part.getFieldName(), text.toString(StandardCharsets.UTF_8));
                }
            }
        } catch (FileUploadException | IOException broken) {
            state = State.BROKEN;
        }
        boolean many = state == State.WHOLE && files > MOST_FILES;
        return new Fields(SentForm.received(fields), many ? State.TOO_MANY : state, files);
    }

    /** Hands over each file that was chosen; fields of files where none was chosen are passed over. */
    public void files(Taker taker) throws IOException {
        try {
            FileItemIterator parts = parts();
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
            long length = bytes.transferTo(java.io.OutputStream.nullOutputStream());
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

    private FileItemIterator parts() throws FileUploadException, IOException {
        FileUpload upload = new FileUpload();
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        upload.setPartHeaderSizeMax(MOST_HEADERS);
        return upload.getItemIterator(new Spilled(contentType, spill.read()));
    }
}
