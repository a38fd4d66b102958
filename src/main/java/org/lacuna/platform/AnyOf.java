package org.lacuna.platform;

import java.util.List;
import java.util.Optional;

/** At least one of these holds; the first that does is named. */
public record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return conditions.stream()
                .flatMap(condition -> condition.heldBy(capture).stream())
                .findFirst();
    }
}
