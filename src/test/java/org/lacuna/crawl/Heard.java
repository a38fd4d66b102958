package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.platform.Platform;

/** Collects what is told while the tests run; can be told to fail. */
@ApplicationScoped
class Heard {
    private final List<ChangeConfirmed> changes = new CopyOnWriteArrayList<>();
    private final TransactionSynchronizationRegistry transaction;
    private volatile boolean refusing;
    private volatile boolean spoiling;

    Heard(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void hear(@Observes ChangeConfirmed change) {
        if (refusing) {
            throw new IllegalStateException("an observer that cannot");
        }
        if (spoiling) {
            transaction.registerInterposedSynchronization(new Spoiler());
        }
        changes.add(change);
    }

    /** Lets every transaction that tells a change fail at its very end, as a lost connection would. */
    void spoilTheCommit(boolean spoil) {
        spoiling = spoil;
    }

    private static final class Spoiler implements Synchronization {
        @Override
        public void beforeCompletion() {
            throw new IllegalStateException("a commit that fails");
        }

        @Override
        public void afterCompletion(int status) {}
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    List<ChangeConfirmed> of(Platform platform) {
        return changes.stream()
                .filter(change -> change.subject().platform().equals(platform.id()))
                .toList();
    }
}
