package org.lacuna.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Not one of these holds: a message that also stands on sound pages counts only where nothing else is shown. */
public record NoneOf(List<Condition> conditions) implements Condition {
    public NoneOf {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<String> heldBy(Capture capture) {
        return conditions.stream()
                        .anyMatch(condition -> condition.heldBy(capture).isPresent())
                ? Optional.empty()
                : Optional.of("nothing speaks against it");
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
