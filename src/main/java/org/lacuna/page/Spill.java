package org.lacuna.page;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.lacuna.shared.SafeFile;
import org.lacuna.shared.Seal;

/**
 * A body too long for memory, in a file that nobody can read: closed chunk by chunk (AES-256-GCM, NIST SP 800-38D) with a
 * key that is drawn for it, exists in this object alone, and numbers its nonces. Where the system allows it, the file has
 * no name from the moment it is open, so that not even a power cut leaves it behind.
 */
final class Spill implements Closeable {
    static final int CHUNK = 64 * 1024;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final FileChannel file;
    private final SecretKeySpec key = new SecretKeySpec(Seal.randomBytes(Seal.KEY_BYTES), "AES");
    private final byte[] open = new byte[CHUNK];
    private int filled;
    private int chunks;
    private boolean whole;

    private Spill(FileChannel file) {
        this.file = file;
    }

    static Spill in(Path folder) throws IOException {
        Path place = folder.resolve(UUID.randomUUID() + ".spill");
        SafeFile.makeFile(place);
        return new Spill(FileChannel.open(
                place, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    synchronized void append(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            int step = Math.min(bytes.length - done, CHUNK - filled);
            System.arraycopy(bytes, done, open, filled, step);
            filled += step;
            done += step;
            if (filled == CHUNK) {
                closeChunk();
            }
        }
    }

    /** Nothing comes any more. */
    synchronized void end() throws IOException {
        closeChunk();
        whole = true;
    }

    /** The body from its start, as often as it is asked for; of one reader at a time. */
    synchronized InputStream read() {
        if (!whole) {
            throw new IllegalStateException("expected a whole body, found one that still arrives");
        }
        return new Reading();
    }

    /** What the disk holds. */
    synchronized byte[] stored() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (all.hasRemaining() && file.read(all, all.position()) >= 0) {
            // until it is full
        }
        return all.array();
    }

    /** The file goes with it. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void closeChunk() throws IOException {
        ByteBuffer closed = ByteBuffer.wrap(cipher(Cipher.ENCRYPT_MODE, chunks++, open, filled));
        while (closed.hasRemaining()) {
            file.write(closed);
        }
        Arrays.fill(open, (byte) 0);
        filled = 0;
    }

    private byte[] cipher(int mode, int chunk, byte[] bytes, int length) throws IOException {
        try {
            byte[] nonce = ByteBuffer.allocate(NONCE)
                    .putInt(NONCE - Integer.BYTES, chunk)
                    .array();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException altered) {
            throw new IOException("a spilled body is not what was written", altered);
        }
    }

    /** Opens one chunk after the other. */
    private final class Reading extends InputStream {
        private byte[] chunk = new byte[0];
        private int position;
        private int next;

        @Override
        public int read() throws IOException {
            return ready() ? chunk[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!ready()) {
                return -1;
            }
            int step = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, bytes, offset, step);
            position += step;
            return step;
        }

        private boolean ready() throws IOException {
            while (position == chunk.length && next < chunks) {
                ByteBuffer closed = ByteBuffer.allocate(CHUNK + TAG);
                long start = (long) next * (CHUNK + TAG);
                while (closed.hasRemaining() && file.read(closed, start + closed.position()) >= 0) {
                    // until it is full, or the file ends
                }
                chunk = cipher(Cipher.DECRYPT_MODE, next++, closed.array(), closed.position());
                position = 0;
            }
            return position < chunk.length;
        }
    }
}
