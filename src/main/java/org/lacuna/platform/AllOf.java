package org.lacuna.platform;

import java.util.List;
import java.util.Optional;

/** Every one of these holds. They are tried in order, so the cheap ones come first. */
public record AllOf(List<Condition> conditions) implements Condition {
    public AllOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        StringBuilder seen = new StringBuilder();
        for (Condition condition : conditions) {
            Optional<String> one = condition.heldBy(capture);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            seen.append(seen.isEmpty() ? "" : ", and ").append(one.get());
        }
        return Optional.of(seen.toString());
    }
}
