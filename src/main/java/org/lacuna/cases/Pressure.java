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
    /** The word by which a conflict says that it is about pressure. */
    public static final String WORD = "pressure";

    static final String TYPE = WORD;

    public Pressure {
        Vocabulary.check("a kind of pressure", Vocabulary.PRESSURES, kind);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Pressure with(Head other) {
        return new Pressure(other, kind, shielded);
    }

    @Override
    public Map<String, Object> own() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("kind", kind);
        own.put("shielded", shielded);
        return own;
    }
}
