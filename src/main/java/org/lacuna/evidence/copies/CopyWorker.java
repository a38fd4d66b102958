package org.lacuna.evidence.copies;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.LogManager;
import javax.imageio.ImageIO;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.CheckedFile;
import org.lacuna.evidence.files.FileKind;

/** The other process: reads an original, answers with its copy, ends. It says nothing else, to nobody. */
final class CopyWorker {
    private CopyWorker() {}

    /** Kind of the original, most pages, most bytes of the copy; the original comes in by standard input. */
    public static void main(String... words) throws IOException {
        FileKind kind = FileKind.named(words[0]);
        int mostPages = Integer.parseInt(words[1]);
        int mostBytes = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(words[2]));
        DataOutputStream answer = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        beSilent();
        ImageIO.setUseCache(false);
        answer.writeByte(Frame.READY);
        answer.flush();

        Frame.write(answer, copy(System.in.readNBytes((int) CheckedFile.MOST_BYTES + 1), kind, mostPages, mostBytes));
        // whatever threads a library has started are not waited for
        Runtime.getRuntime().halt(0);
    }

    private static Copy copy(byte[] original, FileKind kind, int mostPages, int mostBytes) {
        if (original.length > CheckedFile.MOST_BYTES) {
            return new NotMade(Reason.TOO_LARGE);
        }
        try {
            return switch (kind) {
                case JPEG, PNG, WEBP -> new PictureCopy(kind, mostBytes).of(original);
                case PDF -> new DocumentCopy(mostPages, mostBytes).of(original);
                case TEXT -> TextCopy.of(original);
                case MP4, WEBM -> new NotMade(Reason.VIDEO);
            };
        } catch (OutOfMemoryError outsideTheHeap) {
            return new NotMade(Reason.TOO_MUCH_MEMORY);
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            return new NotMade(CappedBytes.wasFull(failed) ? Reason.TOO_LARGE : Reason.UNREADABLE);
        }
    }

    /** Libraries tell what they stumble over, and quote it. */
    private static void beSilent() {
        LogManager.getLogManager().reset();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
    }
}
