package org.lacuna.intake.seal;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** The real thing; it counts how often the slow hash runs. */
@Mock
@Singleton
public class CountedReceipts extends ReceiptIndex {
    private final AtomicInteger runs = new AtomicInteger();

    CountedReceipts(InstallationKey installation, IntakeSettings settings) {
        super(installation, settings);
    }

    @Override
    public ReceiptKeys toStore(Receipt receipt) {
        runs.incrementAndGet();
        return super.toStore(receipt);
    }

    @Override
    public ReceiptKeys toFind(Receipt receipt) {
        runs.incrementAndGet();
        return super.toFind(receipt);
    }

    /** How often it ran so far. */
    public int runs() {
        return runs.get();
    }
}
