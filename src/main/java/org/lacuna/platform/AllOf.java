package org.lacuna.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every one of these holds. They are tried in order, so the cheap ones come first. */
public record AllOf(List<Condition> conditions) implements Condition {
    public AllOf {
        conditions = conditions.stream()
                .sorted(Comparator.comparingInt(Condition::cost))
                .toList();
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

    @Override
    public Set<String> headersAsked() {
        return conditions.stream()
                .flatMap(condition -> condition.headersAsked().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public int cost() {
        return conditions.isEmpty() ? 0 : conditions.get(0).cost();
    }
}
