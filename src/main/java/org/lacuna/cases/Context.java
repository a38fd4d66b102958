package org.lacuna.cases;

import java.util.Map;

/**
 * What one must know to understand the rest.
 */
public record Context(Head head) implements Entry {
    static final String TYPE = "context";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Context with(Head other) {
        return new Context(other);
    }

    @Override
    public Map<String, Object> own() {
        return Map.of();
    }
}
