package org.lacuna.evidence.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** MP4 (ISO/IEC 14496-12 §4.2): boxes from {@code ftyp} to the last byte of the file. */
final class Mp4Walk implements Walk {
    /** QuickTime's own, HEIC, AVIF and sound alone have others. */
    private static final Set<String> BRANDS = Set.of(
            "mp41", "mp42", "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "avc1", "M4V ",
            "MSNV", "dash", "cmfc", "msdh");

    private static final Set<String> MEDIA = Set.of("moov", "mdat", "moof", "sidx", "mfra", "styp", "ssix", "prft");
    private static final Set<String> FREE = Set.of("free", "skip", "wide", "udta", "meta", "uuid", "pdin", "emsg");
    private static final int LONGEST_LIST_OF_BRANDS = 1024;

    private boolean described;
    private boolean media;

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        brands(file);
        boolean last = false;
        while (file.more()) {
            expect(!last);
            last = box(file);
        }
        expect(described && media);
    }

    private static void brands(Passing file) throws IOException, RefusedFile {
        long length = file.number(4);
        expect(name(file).equals("ftyp") && length >= 16 && length <= LONGEST_LIST_OF_BRANDS && length % 4 == 0);
        boolean ours = BRANDS.contains(name(file));
        file.number(4);
        for (long left = length - 16; left > 0; left -= 4) {
            ours |= BRANDS.contains(name(file));
        }
        if (!ours) {
            throw new RefusedFile(Reason.NOT_A_KIND_WE_TAKE);
        }
    }

    /** Whether it reaches to the end of the file, however long that is. */
    private boolean box(Passing file) throws IOException, RefusedFile {
        long start = file.position();
        long length = file.number(4);
        String name = name(file);
        expect(MEDIA.contains(name) || FREE.contains(name));
        described |= name.equals("moov");
        media |= name.equals("mdat") || name.equals("moof");
        if (length == 0) {
            expect(name.equals("mdat"));
            file.passAll(Eye.CLOSED);
            return true;
        }
        if (length == 1) {
            long high = file.number(4);
            expect(high == 0);
            length = file.number(4);
        }
        long left = length - (file.position() - start);
        expect(left >= 0);
        file.pass(left, FREE.contains(name) ? ForeignMarks.inBinary() : Eye.CLOSED);
        return false;
    }

    private static String name(Passing file) throws IOException, RefusedFile {
        return new String(file.take(4), StandardCharsets.ISO_8859_1);
    }

    private static void expect(boolean so) throws RefusedFile {
        if (!so) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }
}
