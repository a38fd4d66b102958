package org.lacuna.intake.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.shared.SlowHash;

/**
 * Turns a receipt into two keys with one slow hash of 64 bytes. The first half, through HMAC-SHA-256 (RFC 2104) keyed
 * with a pepper from outside the database, is what a submission is found by: a stolen database neither yields a receipt
 * nor lets one be tried. The second half unwraps the submission's key and is stored nowhere.
 */
@ApplicationScoped
public class ReceiptIndex {
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
    public ReceiptKeys toStore(Receipt receipt) {
        return of(receipt, storing);
    }

    /**
     * The same keys, for somebody who comes back: they wait in a queue of their own, or whoever asks for receipts that
     * do not exist could keep others from reporting.
     *
     * @throws SlowHash.Busy if too many ask
     */
    public ReceiptKeys toFind(Receipt receipt) {
        return of(receipt, lookingUp);
    }

    private ReceiptKeys of(Receipt receipt, SlowHash slow) {
        byte[] hash = slow.of(receipt.bytes(), installation.salt(), 2 * BYTES);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(installation.pepper()));
        hmac.update(hash, 0, BYTES);
        byte[] index = new byte[BYTES];
        hmac.doFinal(index, 0);
        return new ReceiptKeys(index, Arrays.copyOfRange(hash, BYTES, 2 * BYTES));
    }
}
