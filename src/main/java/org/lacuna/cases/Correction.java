package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An earlier entry was wrong; this says how.
 *
 * @param corrects id of the entry
 */
public record Correction(Head head, String corrects) implements Entry {
    static final String TYPE = "correction";

    @Override
    public List<String> names() {
        return List.of(corrects);
    }

    @Override
    public Correction naming(Map<String, String> others) {
        return new Correction(head, others.getOrDefault(corrects, corrects));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Correction with(Head other) {
        return new Correction(other, corrects);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("corrects", corrects);
        return own;
    }
}
