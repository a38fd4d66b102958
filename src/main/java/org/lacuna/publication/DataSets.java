package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The data sets that a report can name. A report never asks in SQL, so it can never ask for what is not public. */
@ApplicationScoped
public class DataSets {
    /** The month of a restriction whose date spans more than one. */
    public static final String UNCERTAIN = "uncertain";

    private static final List<String> RESTRICTIONS =
            List.of("platform", "month", "state", "verification", "status", "measure", "case", "restriction");

    private final DocumentQueries queries;
    private final Map<String, List<String>> columns = Map.of("restrictions", RESTRICTIONS);
    private final Map<String, Supplier<DataSet>> sets = Map.of("restrictions", this::restrictions);

    DataSets(DocumentQueries queries) {
        this.queries = queries;
    }

    /** The columns of a data set; empty if there is none of this name. */
    public Optional<List<String>> columns(String name) {
        return Optional.ofNullable(columns.get(name));
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
        return new DataSet(RESTRICTIONS, queries.restrictions(DataSets::restriction));
    }

    private static Map<String, String> restriction(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : RESTRICTIONS) {
            values.put(column, column.equals("month") ? month(row) : row.getString(column));
        }
        return values;
    }

    private static String month(ResultSet row) throws SQLException {
        LocalDate earliest = row.getObject("earliest", LocalDate.class);
        LocalDate latest = row.getObject("latest", LocalDate.class);
        boolean known =
                earliest != null && latest != null && YearMonth.from(earliest).equals(YearMonth.from(latest));
        return known ? YearMonth.from(earliest).toString() : UNCERTAIN;
    }
}
