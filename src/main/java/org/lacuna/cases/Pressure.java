package org.lacuna.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens to the person around it.
 *
 * @param kind a word of {@link Vocabulary#PRESSURES}
 * @param shielded true unless the person chose otherwise; a shielded entry never reaches public output
 */
public record Pressure(Head head, String kind, boolean shielded) implements Entry {
    static final String TYPE = "pressure";

    public Pressure {
        Vocabulary.check("a kind of pressure", Vocabulary.PRESSURES, kind);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("kind", kind);
        own.put("shielded", shielded);
        return own;
    }
}
