package org.lacuna.desk.work.redact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lacuna.cases.Vocabulary;

/** The reasons to redact that an editor can choose. */
final class Reasons {
    /** By their words; {@code moved} is for splitting alone. */
    static final Map<String, String> ALL = all();

    private Reasons() {}

    private static Map<String, String> all() {
        Map<String, String> reasons = new LinkedHashMap<>(Vocabulary.REDACTIONS);
        reasons.remove("moved");
        return Collections.unmodifiableMap(reasons);
    }
}
