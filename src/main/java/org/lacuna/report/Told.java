package org.lacuna.report;

import io.quarkus.qute.TemplateExtension;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Share;

/** What templates can say of a count. */
@TemplateExtension
final class Told {
    private static final String FEW = "fewer than 5";

    private Told() {}

    /** How many, or what can be said of it where something is withheld. */
    static String told(GroupedCount count) {
        if (!count.few()) {
            return String.valueOf(count.total());
        }
        return count.total() > 0 ? "at least " + count.total() : count.tallies().size() == 1 ? FEW : "withheld";
    }

    /** Which share of a whole, with the interval of Wilson, or that the whole is too small. */
    static String shareOf(GroupedCount part, GroupedCount whole) {
        if (part.few() || whole.few()) {
            return "withheld";
        }
        return Share.of(part.total(), whole.total())
                .either(
                        share -> percent(share.value()) + " (" + percent(share.low()) + " to " + percent(share.high())
                                + ")",
                        few -> "insufficient data");
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
