package org.lacuna.web;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lacuna.page.Say;
import org.lacuna.platform.Platform;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Order;
import org.lacuna.publication.Parameter;

/**
 * The form above the list of cases, made from the parameters that the filter declares: none can be forgotten here.
 *
 * @param usual the fields that most people need
 * @param more all others
 * @param opened whether one of the others holds something
 */
record FindForm(String text, List<Field> usual, List<Field> more, boolean opened) {
    private static final List<String> USUAL = List.of("platform", "status", "verification", "country");
    private static final Set<String> COUNTRIES = Set.of("country", "scope", "basedIn", "demandedBy");

    /**
     * One field.
     *
     * @param hint what it asks, in a sentence
     * @param example a value that is right, where it is typed
     * @param value what it holds
     * @param options to choose from; empty where one types
     */
    record Field(String name, String label, String hint, String example, String value, List<Option> options) {
        /** The kind of input: {@code text} or {@code number}. Dates are typed, since a month is one too. */
        public String type() {
            return name.endsWith("Latency") ? "number" : "text";
        }
    }

    record Option(String value, String label, boolean chosen) {}

    static FindForm of(Asked asked, List<Platform> platforms, Say say) {
        List<Field> usual = new ArrayList<>();
        List<Field> more = new ArrayList<>();
        for (Parameter parameter : CaseFilter.parameters()) {
            if (!parameter.name().equals("q")) {
                (USUAL.contains(parameter.name()) ? usual : more).add(field(parameter, asked, platforms, say));
            }
        }
        usual.sort(Comparator.comparingInt(field -> USUAL.indexOf(field.name())));
        more.add(field(Order.PARAMETER, asked, platforms, say));
        return new FindForm(asked.words().orElse(""), usual, more, more.stream().anyMatch(field -> !field.value()
                .isEmpty()));
    }

    private static Field field(Parameter parameter, Asked asked, List<Platform> platforms, Say say) {
        String value = asked.value(parameter)
                .or(() -> parameter.name().equals("sort") ? asked.order().map(FindForm::word) : Optional.empty())
                .orElse("");
        return new Field(
                parameter.name(),
                say.word("filter", parameter.name()),
                parameter.description(),
                parameter.example().orElse(""),
                value,
                options(parameter, value, platforms, say));
    }

    private static String word(Order order) {
        return (order.falling() ? "-" : "") + order.sort().word();
    }

    private static List<Option> options(Parameter parameter, String value, List<Platform> platforms, Say say) {
        if (parameter.name().equals("platform")) {
            return sorted(
                    platforms.stream()
                            .map(each ->
                                    new Option(each.id(), each.name(), each.id().equals(value)))
                            .toList(),
                    say);
        }
        if (COUNTRIES.contains(parameter.name())) {
            return sorted(options(Asked.COUNTRIES, say::country, value), say);
        }
        if (parameter.shape().isFlag()) {
            return options(List.of("true", "false"), word -> say.word("flag", word), value);
        }
        String list =
                switch (parameter.name()) {
                    case "subjectKind" -> "kind";
                    default -> parameter.name();
                };
        return options(parameter.shape().words(), word -> say.word(list, word), value);
    }

    private static List<Option> sorted(List<Option> options, Say say) {
        return options.stream()
                .sorted(Comparator.comparing(
                        Option::label, Collator.getInstance(say.language().locale())))
                .toList();
    }

    private static List<Option> options(List<String> words, UnaryOperator<String> label, String chosen) {
        return words.stream()
                .map(word -> new Option(word, label.apply(word), word.equals(chosen)))
                .toList();
    }
}
