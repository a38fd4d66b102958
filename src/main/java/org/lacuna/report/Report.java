package org.lacuna.report;

import io.quarkus.qute.TemplateData;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.lacuna.shared.Fields;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import org.quartz.CronExpression;

/**
 * What a folder under {@code reports/} says in its {@code report.yaml}.
 *
 * @param id the folder's name
 * @param question that it answers
 * @param data name of the data set that is counted
 * @param countBy columns whose values make a group
 * @param formats in which it can be had
 * @param publish when an edition is due, as a Quartz cron expression in UTC; checked, and not yet acted on
 * @param limits what it cannot say
 */
@TemplateData
public record Report(
        String id,
        String title,
        String question,
        String data,
        List<String> countBy,
        List<String> formats,
        String publish,
        String limits) {
    private static final List<String> FORMATS = List.of("html", "csv", "json");

    /** The data sets there are, and the columns of each. */
    @FunctionalInterface
    interface KnownColumns {
        /** @throws IllegalArgumentException if there is no data set of this name */
        List<String> of(String dataSet);
    }

    /**
     * Reads a definition strictly.
     *
     * @param folder name of the folder it stands in
     * @throws InvalidFile naming file, line and remedy
     */
    static Report read(String folder, TextFile yaml, KnownColumns known) {
        TextFile file = yaml.under("reports/" + folder);
        Fields fields = Fields.ofYaml(file.name(), file.text());
        if (!fields.text("id").equals(folder)) {
            throw fields.wrongAt(
                    "id", "expected the name of the folder, " + folder + ", found '" + fields.text("id") + "'");
        }
        List<String> columns = fields.as("data", known::of);
        return fields.build(() -> new Report(
                folder,
                fields.text("title"),
                fields.text("question"),
                fields.text("data"),
                words(fields, "countBy", columns),
                words(fields, "formats", FORMATS),
                fields.as("publish", Report::cron),
                fields.text("limits")));
    }

    private static List<String> words(Fields fields, String key, List<String> known) {
        List<String> words = fields.texts(key);
        if (words.isEmpty() || !known.containsAll(words) || Set.copyOf(words).size() < words.size()) {
            throw fields.wrongAt(key, "expected some of " + known + ", each once, found " + words);
        }
        return words;
    }

    private static String cron(String text) {
        try {
            CronExpression.validateExpression(text);
            return text;
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(
                    "expected a Quartz cron expression such as 0 0 6 3 * ?, found '" + text + "' (" + wrong.getMessage()
                            + ")",
                    wrong);
        }
    }

    /** The formats other than the page itself. */
    public List<String> files() {
        return formats.stream().filter(format -> !format.equals("html")).toList();
    }

    /** Whether it can be had in this format. */
    public boolean has(String format) {
        return formats.contains(format);
    }
}
