package org.lacuna.evidence.copies;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.lacuna.evidence.copies.Copy.Made;
import org.lacuna.evidence.copies.Copy.NotMade;
import org.lacuna.evidence.copies.Copy.Reason;
import org.lacuna.evidence.files.FileKind;

/**
 * What a worker says: one byte when it is ready; later one byte for made or not, and either the reason's word or the
 * kind's word, the length and the bytes. A worker may have been taken over by what it read, so nothing here is believed.
 */
final class Frame {
    static final int READY = 0x4c;

    private static final int MADE = 1;
    private static final int NOT_MADE = 2;

    private Frame() {}

    static void write(DataOutputStream to, Copy copy) throws IOException {
        if (copy instanceof Made made) {
            to.writeByte(MADE);
            to.writeUTF(made.kind().word());
            to.writeInt(made.bytes().length);
            to.write(made.bytes());
        } else if (copy instanceof NotMade not) {
            to.writeByte(NOT_MADE);
            to.writeUTF(not.reason().word());
        }
        to.flush();
    }

    /** @throws IOException if it ends too early, or is not what a worker says */
    static Copy read(DataInputStream from, long mostBytes) throws IOException {
        int outcome = from.readUnsignedByte();
        String word = from.readUTF();
        if (outcome == NOT_MADE) {
            return new NotMade(Reason.named(word).orElseThrow(() -> new IOException("expected a reason we know")));
        }
        if (outcome != MADE) {
            throw new IOException("expected a copy or a reason");
        }
        int length = from.readInt();
        if (length < 1 || length > mostBytes) {
            return new NotMade(Reason.TOO_LARGE);
        }
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length || from.read() >= 0) {
            throw new IOException("expected as many bytes as announced");
        }
        return new Made(bytes, kind(word));
    }

    private static FileKind kind(String word) throws IOException {
        try {
            return FileKind.named(word);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("expected a kind of file we know");
        }
    }
}
