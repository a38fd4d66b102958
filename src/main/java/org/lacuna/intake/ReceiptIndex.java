package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.shared.SlowHash;

/**
 * Turns a receipt into what a submission is found by: HMAC-SHA-256 (RFC 2104), keyed with a pepper from outside the
 * database, of the slow hash of the words. A stolen database neither yields a receipt nor lets one be tried.
 */
@ApplicationScoped
class ReceiptIndex {
    private static final int BYTES = 32;

    private final InstallationKey installation;
    private final SlowHash storing;
    private final SlowHash lookingUp;

    ReceiptIndex(InstallationKey installation, IntakeSettings settings) {
        this.installation = installation;
        this.storing = new SlowHash(settings.receiptsAtOnce(), settings.receiptsMayWait());
        this.lookingUp = new SlowHash(settings.lookUpsAtOnce(), settings.lookUpsMayWait());
    }

    /**
     * For a report that is being stored.
     *
     * @throws SlowHash.Busy if too many reports come in
     */
    byte[] toStore(Receipt receipt) {
        return of(receipt, storing);
    }

    /**
     * The same bytes, for somebody who comes back: they wait in a queue of their own, or whoever asks for receipts that
     * do not exist could keep others from reporting.
     *
     * @throws SlowHash.Busy if too many ask
     */
    byte[] toFind(Receipt receipt) {
        return of(receipt, lookingUp);
    }

    private byte[] of(Receipt receipt, SlowHash slow) {
        byte[] hash = slow.of(receipt.bytes(), installation.salt(), BYTES);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(installation.pepper()));
        hmac.update(hash, 0, hash.length);
        byte[] index = new byte[BYTES];
        hmac.doFinal(index, 0);
        return index;
    }
}
