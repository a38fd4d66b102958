package org.lacuna.evidence.files;

import java.io.IOException;
import org.lacuna.evidence.files.RefusedFile.Reason;

/** JPEG (ISO/IEC 10918-1, Annex B): marker segments and the data between them, from SOI to EOI. */
final class JpegWalk implements Walk {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    /** From here on stand what programs and people add: APP0 to APP15, JPG0 to JPG13, COM. */
    private static final int APP0 = 0xe0;

    /** A picture of ten bytes can ask to be gone over ten thousand times; cameras need ten. */
    private static final int MOST_SCANS = 100;

    /** A phone adds a preview and a map of brightness (CIPA DC-007); each is a JPEG like the first. */
    private static final int MOST_PICTURES = 4;

    @Override
    public void walk(Passing file) throws IOException, RefusedFile {
        expect(file.number(2) == (0xff00 | SOI));
        picture(file);
        for (int pictures = 1; pictures < MOST_PICTURES && anotherFollows(file); pictures++) {
            picture(file);
        }
        while (file.more()) {
            if (file.one() != 0) {
                throw new RefusedFile(Reason.DATA_AFTER_THE_END);
            }
        }
    }

    private static boolean anotherFollows(Passing file) throws IOException, RefusedFile {
        while (file.more()) {
            int next = file.one();
            if (next == 0xff) {
                after(file.more() && file.one() == SOI);
                return true;
            }
            after(next == 0);
        }
        return false;
    }

    /** From after SOI to EOI. */
    private static void picture(Passing file) throws IOException, RefusedFile {
        boolean frame = false;
        int scans = 0;
        int marker = marker(file);
        while (marker != EOI) {
            if (isFrame(marker)) {
                expect(!frame);
                frame = true;
                frame(file);
            } else if (marker == SOS) {
                expect(frame);
                if (++scans > MOST_SCANS) {
                    throw new RefusedFile(Reason.UNPACKS_TO_TOO_MUCH);
                }
                segment(file, Eye.CLOSED);
                marker = afterData(file);
                continue;
            } else {
                // the others stand alone or are reserved
                expect(marker >= 0xc0 && marker != SOI && !isRestart(marker));
                segment(file, marker >= APP0 ? ForeignMarks.inBinary() : Eye.CLOSED);
            }
            marker = marker(file);
        }
        expect(scans > 0);
    }

    private static void frame(Passing file) throws IOException, RefusedFile {
        long length = file.number(2);
        expect(length >= 8);
        file.one();
        long height = file.number(2);
        Pixels.require(file.number(2), height);
        file.pass(length - 7, Eye.CLOSED);
    }

    private static void segment(Passing file, Eye eye) throws IOException, RefusedFile {
        long length = file.number(2);
        expect(length >= 2);
        file.pass(length - 2, eye);
    }

    private static int marker(Passing file) throws IOException, RefusedFile {
        expect(file.one() == 0xff);
        int marker = file.one();
        while (marker == 0xff) {
            marker = file.one();
        }
        return marker;
    }

    /** The marker that ends the entropy-coded data. */
    private static int afterData(Passing file) throws IOException, RefusedFile {
        while (true) {
            if (file.one() == 0xff) {
                int code = file.one();
                while (code == 0xff) {
                    code = file.one();
                }
                if (code != 0 && !isRestart(code)) {
                    return code;
                }
            }
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private static void expect(boolean so) throws RefusedFile {
        if (!so) {
            throw new RefusedFile(Reason.BROKEN);
        }
    }

    private static void after(boolean allowed) throws RefusedFile {
        if (!allowed) {
            throw new RefusedFile(Reason.DATA_AFTER_THE_END);
        }
    }
}
