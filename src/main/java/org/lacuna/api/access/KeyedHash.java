package org.lacuna.api.access;

import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.shared.Seal;

/**
 * Tells readers apart without knowing them: SipHash (Aumasson and Bernstein 2012) under a key that is drawn for this and
 * kept in memory alone.
 */
final class KeyedHash {
    private static final int KEY_BYTES = 16;

    private final KeyParameter key = new KeyParameter(Seal.randomBytes(KEY_BYTES));

    long of(byte[] name) {
        SipHash hash = new SipHash();
        hash.init(key);
        hash.update(name, 0, name.length);
        return hash.doFinal();
    }
}
