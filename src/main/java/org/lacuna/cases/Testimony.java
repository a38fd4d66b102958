package org.lacuna.cases;

import java.util.Map;

/**
 * What a person told us and allowed to be published.
 */
public record Testimony(Head head) implements Entry {
    static final String TYPE = "testimony";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Testimony with(Head other) {
        return new Testimony(other);
    }

    @Override
    public Map<String, Object> own() {
        return Map.of();
    }
}
