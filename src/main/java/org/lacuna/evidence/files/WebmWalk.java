package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * WebM: EBML (RFC 8794) with the document type {@code webm}, then one segment (RFC 9559 §5). Browsers that record leave
 * the lengths of segment and clusters unknown; those are stepped into instead of over.
 */
final class WebmWalk implements Walk {
    private static final long EBML = 0x1a45dfa3L;
    private static final long DOCUMENT_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long CLUSTER = 0x1f43b675L;
    private static final long ATTACHMENTS = 0x1941a469L;

    /** SeekHead, Info, Cues, Chapters, Tags, Void, CRC-32: words and tables. */
    private static final Set<Long> FREE =
            Set.of(0x114d9b74L, 0x1549a966L, 0x1c53bb6bL, 0x1043a770L, 0x1254c367L, 0xecL, 0xbfL);

    /** Of a cluster: Timestamp, Position, PrevSize, SilentTracks, SimpleBlock, BlockGroup, EncryptedBlock. */
    private static final Set<Long> IN_CLUSTER = Set.of(0xe7L, 0xa7L, 0xabL, 0x5854L, 0xa3L, 0xa0L, 0xafL);

    private static final long UNKNOWN = -1;
    private static final int LONGEST_HEADER = 4096;

    private boolean tracks;
    private boolean cluster;

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        header(file);
        expect(id(file) == SEGMENT);
        long length = length(file);
        long end = length == UNKNOWN ? Long.MAX_VALUE : file.position() + length;
        while (file.position() < end && file.more()) {
            element(file);
        }
        expect(length == UNKNOWN || file.position() == end);
        expect(tracks && cluster);
    }

    private static void header(Passing file) throws IOException, RefusedFile {
        expect(id(file) == EBML);
        long length = length(file);
        expect(length > 0 && length <= LONGEST_HEADER);
        long end = file.position() + length;
        boolean webm = false;
        while (file.position() < end) {
            long id = id(file);
            long size = length(file);
            expect(size >= 0 && size <= end - file.position());
            if (id == DOCUMENT_TYPE) {
                webm = new String(file.take((int) size), StandardCharsets.ISO_8859_1).equals("webm");
            } else {
                file.pass(size, ForeignMarks.inBinary());
            }
        }
        expect(file.position() == end);
        if (!webm) {
            throw new RefusedFile(Reason.NOT_A_KIND_WE_TAKE);
        }
    }

    private void element(Passing file) throws IOException, RefusedFile {
        long id = id(file);
        long length = length(file);
        if (id == ATTACHMENTS) {
            throw new RefusedFile(Reason.HAS_AN_ATTACHMENT);
        }
        tracks |= id == TRACKS;
        cluster |= id == CLUSTER;
        if (id == CLUSTER && length == UNKNOWN) {
            return;
        }
        expect(id == CLUSTER || id == TRACKS || FREE.contains(id) || cluster && IN_CLUSTER.contains(id));
        expect(length != UNKNOWN);
        file.pass(length, FREE.contains(id) ? ForeignMarks.inBinary() : Eye.CLOSED);
    }

    /** RFC 8794 §5: as many bytes as the zeros before the first one say, which stays part of the number. */
    private static long id(Passing file) throws IOException, RefusedFile {
        int first = file.one();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        expect(more < 4);
        return (long) first << 8 * more | file.number(more);
    }

    /** RFC 8794 §6: likewise, without that one; all ones mean that it is not known. */
    private static long length(Passing file) throws IOException, RefusedFile {
        int first = file.one();
        int more = Integer.numberOfLeadingZeros(first) - 24;
        expect(more < 8);
        long mask = (1L << 7 * (more + 1)) - 1;
        long length = ((long) first << 8 * more | file.number(more)) & mask;
        return length == mask ? UNKNOWN : length;
    }

    private static void expect(boolean so) throws RefusedFile {
        if (!so) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }
}
