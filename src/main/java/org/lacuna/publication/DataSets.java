package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.shared.Database;

/** The data sets that a report can name. A report never asks in SQL, so it can never ask for what is not public. */
@ApplicationScoped
public class DataSets {
    /** The month of a restriction whose date spans more than one. */
    public static final String UNCERTAIN = "uncertain";

    private static final List<String> RESTRICTIONS =
            List.of("platform", "month", "state", "verification", "status", "measure", "case", "restriction");

    private final Database database;
    private final Map<String, Supplier<DataSet>> sets = Map.of("restrictions", this::restrictions);

    DataSets(Database database) {
        this.database = database;
    }

    /** The columns of a data set; empty if there is none of this name. */
    public Optional<List<String>> columns(String name) {
        return name.equals("restrictions") ? Optional.of(RESTRICTIONS) : Optional.empty();
    }

    /** The names there are. */
    public List<String> names() {
        return sets.keySet().stream().sorted().toList();
    }

    /**
     * The rows of a data set as they are now.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public DataSet read(String name) {
        if (!sets.containsKey(name)) {
            throw new IllegalArgumentException("expected a data set out of " + names() + ", found '" + name + "'");
        }
        return sets.get(name).get();
    }

    private DataSet restrictions() {
        return new DataSet(RESTRICTIONS, database.list("""
                        SELECT c.platform, r.state, c.verification, c.status, r.measure, c.slug, r.id, r.earliest, r.latest
                        FROM public_restriction r JOIN public_case c ON c.slug = r.case_slug ORDER BY c.slug, r.id
                        """, row -> {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("platform", row.getString(1));
            values.put("month", month(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class)));
            values.put("state", row.getString(2));
            values.put("verification", row.getString(3));
            values.put("status", row.getString(4));
            values.put("measure", row.getString(5));
            values.put("case", row.getString(6));
            values.put("restriction", row.getString(7));
            return values;
        }));
    }

    private static String month(LocalDate earliest, LocalDate latest) {
        boolean known =
                earliest != null && latest != null && YearMonth.from(earliest).equals(YearMonth.from(latest));
        return known ? YearMonth.from(earliest).toString() : UNCERTAIN;
    }
}
