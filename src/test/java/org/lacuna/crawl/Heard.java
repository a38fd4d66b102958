package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lacuna.observation.ChangeConfirmed;
import org.lacuna.platform.Platform;

/** Collects what is told while the tests run; can be told to fail. */
@ApplicationScoped
class Heard {
    private final List<ChangeConfirmed> changes = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    void hear(@Observes ChangeConfirmed change) {
        if (refusing) {
            throw new IllegalStateException("an observer that cannot");
        }
        changes.add(change);
    }

    void refuse(boolean refuse) {
        refusing = refuse;
    }

    List<ChangeConfirmed> of(Platform platform) {
        return changes.stream()
                .filter(change -> change.platform().equals(platform.id()))
                .toList();
    }
}
