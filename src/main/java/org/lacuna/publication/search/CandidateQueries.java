package org.lacuna.publication.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.Condition;
import org.lacuna.shared.Database;

/** Finds versions by their words in one block of the record. */
@ApplicationScoped
class CandidateQueries {
    /** The words are found in the index before anything else is read; what is ranked is read again by its key. */
    private static final String ONE_BLOCK = """
            WITH hit AS MATERIALIZED (
                SELECT w.sequence, %s AS fits FROM public_words w WHERE w.words @@ ?::tsquery LIMIT ?),
            newest AS MATERIALIZED (
                SELECT p.sequence, p.platform, p.status, p.verification, p.measures, p.scope
                FROM (SELECT sequence FROM hit WHERE fits AND sequence < ? ORDER BY sequence DESC) latest
                    JOIN public_case p USING (sequence)
                WHERE %s ORDER BY latest.sequence DESC LIMIT ?)
            SELECT counted.hits, newest.*,
                (SELECT ts_rank(w.words, ?::tsquery) FROM public_words w WHERE w.sequence = newest.sequence)
            FROM (SELECT count(*) AS hits FROM hit) counted LEFT JOIN newest ON true
            """;

    /** Of how many versions {@link #share} tells. */
    static final int LAST = 500;

    private static final String SHARE = """
            SELECT coalesce(avg((words @@ ?::tsquery)::int), 0)
            FROM (SELECT words FROM public_words WHERE sequence < ? ORDER BY sequence DESC LIMIT %d) last
            """.formatted(LAST);

    private final Database database;

    CandidateQueries(Database database) {
        this.database = database;
    }

    /**
     * What one block holds.
     *
     * @param hits how many versions with these words were read in it, whatever else is asked of them
     */
    record InBlock(long hits, List<Candidate> newest) {}

    /**
     * For the length of the transaction. The planner does not know what it costs to fetch a long tsvector that lies
     * beside its row, so it would rather read many of them than ask the index.
     */
    void readByIndex() {
        database.list("SELECT set_config(name, 'off', true) FROM unnest(?) name", row -> true, (Object)
                new String[] {"enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit"});
    }

    /**
     * How often words stand in the last versions before a number, 0 to 1.
     *
     * @param words as a tsquery
     */
    double share(String words, long before) {
        return database.list(SHARE, row -> row.getDouble(1), words, before).get(0);
    }

    /**
     * What to look for in a block.
     *
     * @param indexed words with their marks, as a tsquery that the index answers alone
     * @param exact whether these are the words that are looked for; otherwise each version is read that has them
     * @param words that are looked for and ranked by, as a tsquery
     * @param where what else is asked
     */
    record Asked(String indexed, boolean exact, String words, Condition where) {
        private Condition fits() {
            return exact ? Condition.of("true") : Condition.of("w.words @@ ?::tsquery", words);
        }
    }

    /**
     * The newest versions of a block.
     *
     * @param mostHits how many are read; more than that and these need not be the newest
     * @param before only versions with a lower number
     */
    InBlock newest(Asked asked, long mostHits, long before, int limit) {
        Condition fits = asked.fits();
        List<Row> rows = database.list(
                ONE_BLOCK.formatted(fits.sql(), asked.where().sql()),
                CandidateQueries::row,
                Stream.of(
                                fits.parameters(),
                                List.<Object>of(asked.indexed(), mostHits, before),
                                asked.where().parameters(),
                                List.<Object>of(limit, asked.words()))
                        .flatMap(List::stream)
                        .toArray());
        return new InBlock(
                rows.get(0).hits(),
                rows.stream().flatMap(row -> row.candidate().stream()).toList());
    }

    private record Row(long hits, Optional<Candidate> candidate) {}

    private static Row row(ResultSet row) throws SQLException {
        long sequence = row.getLong(2);
        boolean none = row.wasNull();
        return new Row(
                row.getLong(1),
                none
                        ? Optional.empty()
                        : Optional.of(new Candidate(
                                sequence,
                                row.getDouble(8),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                texts(row, 6),
                                texts(row, 7))));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
