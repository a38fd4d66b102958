package org.lacuna.report;

import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import org.lacuna.page.Say;
import org.lacuna.page.chart.Steps;
import org.lacuna.page.language.Language;
import org.lacuna.statistics.GroupedCount;

/** Values of the columns that are counted by, in the English that reports are written in. */
@TemplateExtension
final class Named {
    private static final Say ENGLISH = Say.in(Language.ENGLISH);
    private static final int COUNTRY = 2;

    private Named() {}

    /** {@code {count.named('scope', 'CN')}} is {@code China (CN)}; a column without words of its own keeps its value. */
    static String named(GroupedCount count, String column, String value) {
        return switch (column) {
            case "demandedBy", "scope" -> place(value);
            case "how" -> value.equals(GroupedCount.NONE) ? "Not recorded" : ENGLISH.word("how", value);
            case "month", "liftedMonth" -> Steps.words(value, ENGLISH).orElse("Not known");
            case "explanation", "before", "after", "other" ->
                value.equals(GroupedCount.NONE) ? "None given" : ENGLISH.word("explanation", value);
            default -> value;
        };
    }

    /** A platform's name, or its id where it has none any more. */
    static String named(Map<String, String> platforms, String id) {
        return platforms.getOrDefault(id, id);
    }

    private static String place(String value) {
        if (value.equals(GroupedCount.NONE)) {
            return "Nobody known";
        }
        return value.length() == COUNTRY ? ENGLISH.country(value) + " (" + value + ")" : value;
    }
}
