package org.lacuna.evidence.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** Asks Tika's table of signatures what a file begins like. No name is given to it, and no parser is on board. */
final class Detection {
    private static final MimeTypes SIGNATURES = MimeTypes.getDefaultMimeTypes();

    /** More than one of Tika's types may be ours; which, the walk finds out (a brand, a document type). */
    private static final Map<String, FileKind> KINDS = Map.ofEntries(
            Map.entry("image/jpeg", FileKind.JPEG),
            Map.entry("image/png", FileKind.PNG),
            Map.entry("image/webp", FileKind.WEBP),
            Map.entry("application/pdf", FileKind.PDF),
            Map.entry("video/mp4", FileKind.MP4),
            Map.entry("video/quicktime", FileKind.MP4),
            Map.entry("video/x-m4v", FileKind.MP4),
            Map.entry("application/mp4", FileKind.MP4),
            Map.entry("application/x-matroska", FileKind.WEBM),
            Map.entry("video/x-matroska", FileKind.WEBM),
            Map.entry("video/webm", FileKind.WEBM),
            Map.entry("text/plain", FileKind.TEXT),
            // a platform's letter, saved as text, and what begins with the word From
            Map.entry("message/rfc822", FileKind.TEXT),
            Map.entry("application/mbox", FileKind.TEXT));

    private Detection() {}

    static FileKind kind(byte[] beginning) throws IOException, RefusedFile {
        String type = SIGNATURES
                .detect(new ByteArrayInputStream(beginning), new Metadata())
                .getBaseType()
                .toString();
        if (!KINDS.containsKey(type)) {
            throw new RefusedFile(Reason.NOT_A_KIND_WE_TAKE);
        }
        FileKind kind = KINDS.get(type);
        if (kind != FileKind.TEXT && kind != FileKind.PDF) {
            // readers of PDF look for its beginning in the first 1024 bytes of any file (ISO 32000-1, Annex H)
            ForeignMarks.inBinary().see(beginning, 0, Math.min(1024, beginning.length));
        }
        return kind;
    }
}
