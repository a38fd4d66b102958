package org.lacuna.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    @Override
    public Set<String> headersAsked() {
        return conditions.stream()
                .flatMap(condition -> condition.headersAsked().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public int cost() {
        return conditions.stream().mapToInt(Condition::cost).max().orElse(0);
    }
}
