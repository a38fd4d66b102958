package org.lacuna.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.lacuna.shared.Digest;

/** A file without its padding; at its end it is compared with its digest, so that no part was exchanged unnoticed. */
final class WholeFile extends FilterInputStream {
    private final FileFacts facts;
    private final MessageDigest digest = Digest.sha256();
    private long rest;

    WholeFile(InputStream padded, FileFacts facts) {
        super(padded);
        this.facts = facts;
        this.rest = facts.bytes();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (rest == 0) {
            return -1;
        }
        int read = super.read(bytes, offset, (int) Math.min(length, rest));
        if (read < 0) {
            throw new IOException("a stored file ends too early");
        }
        digest.update(bytes, offset, read);
        rest -= read;
        if (rest == 0 && !Digest.of(digest).hex().equals(facts.sha256())) {
            throw new IOException("a stored file is not the one that was sent");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
