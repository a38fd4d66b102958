package org.lacuna.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lacuna.publication.data.DataSet;
import org.lacuna.publication.data.Question;
import org.lacuna.shared.Fields;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** Reads definitions strictly; every complaint names file, line and remedy. */
final class ReadReport {
    static final List<String> FORMATS = List.of("html", "csv", "json", "pdf");

    private static final int SOME_YEAR = 2020;

    private final Function<String, DataSet> dataSets;
    private final Consumer<Question> check;

    /**
     * @param dataSets finds a data set, or says with an IllegalArgumentException which there are
     * @param check refuses with an IllegalArgumentException what cannot be asked
     */
    ReadReport(Function<String, DataSet> dataSets, Consumer<Question> check) {
        this.dataSets = dataSets;
        this.check = check;
    }

    /**
     * @param folder name of the folder it stands in
     * @param others names of all folders
     * @throws InvalidFile naming file, line and remedy
     */
    Report read(String folder, TextFile yaml, Set<String> others) {
        TextFile file = yaml.under("reports/" + folder);
        Fields fields = Fields.ofYaml(file.name(), file.text());
        if (!fields.text("id").equals(folder)) {
            throw fields.wrongAt(
                    "id", "expected the name of the folder, " + folder + ", found '" + fields.text("id") + "'");
        }
        List<Part> parts = parts(fields);
        Map<String, String> narrowed = where(fields, "includesWhere");
        List<String> includes =
                fields.find("includes").isEmpty() ? List.of() : words(fields, "includes", others(others, folder));
        if (parts.isEmpty() && includes.isEmpty()) {
            throw fields.wrongAt("data", "expected a data set, or reports that are included, found neither");
        }
        return fields.build(() -> new Report(
                folder,
                fields.text("title"),
                fields.text("question"),
                parts,
                includes,
                narrowed,
                words(fields, "formats", FORMATS),
                fields.as("publish", Due::new).cron(),
                fields.text("limits")));
    }

    private List<Part> parts(Fields fields) {
        List<Part> parts = new ArrayList<>();
        if (fields.find("data").isPresent()) {
            parts.add(part("", fields));
        }
        fields.map("also").ifPresent(also -> also.all().forEach((name, value) -> {
            if (!name.matches("[a-z]+")) {
                throw fields.wrongAt("also", "expected a name of small letters only, found '" + name + "'");
            }
            Fields own = value.map();
            Part part = part(name, own);
            own.nothingElse();
            parts.add(part);
        }));
        return parts;
    }

    private Part part(String name, Fields fields) {
        DataSet data = fields.as("data", dataSets);
        List<String> by = words(fields, "countBy", data.columns());
        Part part = new Part(name, data, new Question(data.name(), by, where(fields, "where")));
        try {
            check.accept(part.on(LocalDate.of(SOME_YEAR, 1, 1)));
        } catch (IllegalArgumentException wrong) {
            throw fields.wrongAt("where", wrong.getMessage());
        }
        return part;
    }

    private static Map<String, String> where(Fields fields, String key) {
        Map<String, String> where = new TreeMap<>();
        fields.map(key).map(Fields::all).orElse(Map.of()).forEach((name, value) -> where.put(name, value.words()));
        return where;
    }

    private static List<String> others(Set<String> all, String folder) {
        return all.stream().filter(name -> !name.equals(folder)).sorted().toList();
    }

    private static List<String> words(Fields fields, String key, List<String> known) {
        List<String> words = fields.texts(key);
        if (words.isEmpty() || !known.containsAll(words) || Set.copyOf(words).size() < words.size()) {
            throw fields.wrongAt(key, "expected some of " + known + ", each once, found " + words);
        }
        return words;
    }

    /**
     * Whoever could count the same persons in two ways could take one from the other and know what is withheld.
     *
     * @throws InvalidFile if two parts of any reports do
     */
    static void checkPersons(List<Report> reports) {
        Map<String, List<String>> known = new TreeMap<>();
        for (Report report : reports) {
            for (Part part : report.parts()) {
                List<String> by = part.question().by();
                if (part.data().persons()
                        && !known.computeIfAbsent(part.data().name(), any -> by).equals(by)) {
                    throw new InvalidFile(
                            "reports/" + report.id() + "/report.yaml",
                            "expected the data set " + part.data().name() + " to be counted by "
                                    + known.get(part.data().name()) + " as elsewhere, found " + by,
                            "Count it in one way only: from two ways one could tell what is withheld to shield persons");
                }
            }
        }
    }
}
