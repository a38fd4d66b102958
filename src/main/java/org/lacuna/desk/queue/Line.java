package org.lacuna.desk.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the queue: what waits about one subject, or copies of one text.
 *
 * @param items in the state that is shown
 * @param submissions of these
 * @param texts how many different ones
 * @param subjects how many are known apart
 * @param measured what each rule measures
 * @param score what the rules give together
 */
record Line(
        UUID id,
        long items,
        long submissions,
        long texts,
        long subjects,
        LocalDate oldest,
        Optional<String> assigned,
        Map<Rule, Double> measured,
        double score) {

    /** Copies of one text that tell of several subjects. */
    public boolean copies() {
        return subjects > 1;
    }

    /** What a rule gives to the line. */
    record Points(Rule rule, String measured, String points) {}

    /** Why the line stands where it stands: the rules that give anything. */
    public List<Points> explained(Map<Rule, Rule.Weight> weights) {
        return measured.entrySet().stream()
                .filter(each -> weights.get(each.getKey()).points(each.getValue()) != 0)
                .map(each -> new Points(
                        each.getKey(),
                        number(each.getValue()),
                        number(weights.get(each.getKey()).points(each.getValue()))))
                .toList();
    }

    public String rounded() {
        return number(score);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
