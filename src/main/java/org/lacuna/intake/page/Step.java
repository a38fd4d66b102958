package org.lacuna.intake.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lacuna.intake.Explained;
import org.lacuna.intake.Pressure;
import org.lacuna.shared.Word;

/** One page of the form. */
enum Step implements Word {
    /** What happened, and where. */
    WHAT("subject", "platform", "other-platform", "what"),
    /** Since when, and what the platform said. */
    WHEN("since", "day", "month", "year", "lasts", "said"),
    /** What the person did, and what else happened to them. */
    AFTER("appealed", "outcome", "pressure-text"),
    /** What we may do with it. */
    CONSENT("may-count", "may-facts", "may-name", "may-evidence", "person"),
    /** The receipt, the files. */
    SEND("receipt");

    /** A field that nobody sees: whoever fills it in is a program. */
    static final String TRAP = "homepage";

    private final List<String> fields;

    Step(String... fields) {
        this.fields = List.of(fields);
    }

    /** Names of the fields that this page shows. */
    List<String> fields() {
        List<String> all = new ArrayList<>(fields);
        if (this == WHEN) {
            Stream.of(Explained.values()).forEach(each -> all.add(explained(each)));
        }
        if (this == AFTER) {
            Stream.of(Pressure.values()).forEach(each -> all.addAll(List.of(pressure(each), maybePublic(each))));
        }
        return all;
    }

    /** The boxes of what is allowed. */
    static List<String> consents() {
        return CONSENT.fields.stream().filter(name -> name.startsWith("may-")).toList();
    }

    /** Fields of all pages, as the other pages carry them. */
    static List<String> allFields() {
        return Stream.concat(Arrays.stream(values()).flatMap(step -> step.fields().stream()), Stream.of(TRAP))
                .toList();
    }

    static String explained(Explained each) {
        return "explained-" + each.word();
    }

    static String pressure(Pressure each) {
        return "pressure-" + each.word();
    }

    static String maybePublic(Pressure each) {
        return "public-" + each.word();
    }

    /** For “Step 2 of 5”. */
    public int number() {
        return ordinal() + 1;
    }

    Step next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    Step back() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
