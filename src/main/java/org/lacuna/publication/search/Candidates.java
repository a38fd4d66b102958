package org.lacuna.publication.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Condition;
import org.lacuna.publication.Selection;
import org.lacuna.publication.words.WordQuery;

/**
 * Walks the record from its end, block by block, until there are enough versions to rank. A word that stands everywhere
 * is found often enough in the first small block; one that is rare leads to greater blocks at once; both cost little.
 */
final class Candidates {
    /** How many are ranked. */
    static final int MOST = 300;

    /** How many versions with the right words are read, whatever else is asked of them. */
    private static final long MOST_READ = 20_000;

    /** More hits than this in more than the smallest block: fewer changes will do. */
    private static final long DENSE = 2_000;

    /** The same where each is read, 3 to 7 µs: few of them may fit, and a question costs as much as a thousand. */
    private static final long DENSE_TO_READ = MOST_READ;

    /** What is not much: one in so many of {@link #dense}. */
    private static final int FEW = 4;

    /** How many times what is missing the next step may be expected to find. */
    private static final double AHEAD = 1.3;

    /** The index gathers everything that begins so, for each question; so there should be one question. */
    private static final double AHEAD_WITH_BEGINNINGS = 3;

    /**
     * Of how many versions one begins so where reading them as they lie is quicker than gathering all that do. Each costs
     * the index 0.1 µs; each that is read costs 4 µs, until there are {@link #MOST}.
     */
    private static final double COMMON = 0.08;

    private static final int MOST_STEPS = 40;

    /** What a block in which nothing was found may hold all the same. */
    private static final double LESS_THAN_ONE = 0.5;

    /** Filters whose values are marks beside the words. */
    private static final Set<String> MARKED = Set.of(
            "platform",
            "incident",
            "subjectKind",
            "status",
            "verification",
            "basedIn",
            "hasReversal",
            "measure",
            "scope",
            "demandedBy",
            "explanation",
            "topic");

    private static final List<String> COUNTRY = List.of("scope", "basedIn", "demandedBy");

    private final CandidateQueries queries;
    private final String ranked;
    private final Optional<String> words;
    private final boolean exact;
    private final Condition where;
    private final double ahead;
    private final long dense;
    private final long first;
    private final long end;
    private final List<Candidate> found = new ArrayList<>();
    private long upper;
    private long read;

    private Candidates(CandidateQueries queries, WordQuery query, Selection selection) {
        this.queries = queries;
        this.ranked = query.tsquery();
        this.end = selection.at() + 1;
        this.upper = end;
        Optional<Double> share = query.beginnings()
                .map(beginnings -> queries.share(beginnings, upper))
                .filter(each -> each < COMMON);
        Optional<String> indexed = query.byIndex(share.isPresent());
        this.words =
                Stream.concat(indexed.stream(), marks(selection.filter())).reduce((one, other) -> one + " & " + other);
        this.exact = indexed.equals(Optional.of(ranked));
        this.where = new Selection(selection.filter().without("q"), selection.at()).where();
        this.ahead = share.isPresent() ? AHEAD_WITH_BEGINNINGS : AHEAD;
        this.dense = exact ? DENSE : DENSE_TO_READ;
        this.first = share.map(each -> inHowMany(each, CandidateQueries.LAST)).orElse(Blocks.SMALLEST);
    }

    /**
     * What was found, best first.
     *
     * @param all whether these are all that there are
     */
    record Ranked(List<Candidate> candidates, boolean all) {}

    /** @param selection its {@code q} does not count, the query does */
    static Ranked find(CandidateQueries queries, WordQuery query, Selection selection) {
        Candidates walk = new Candidates(queries, query, selection);
        boolean all = walk.walk();
        walk.found.sort(Comparator.comparingDouble(Candidate::rank)
                .thenComparingLong(Candidate::sequence)
                .reversed());
        return new Ranked(List.copyOf(walk.found), all);
    }

    /** Whether it came to the beginning of the record. */
    private boolean walk() {
        long length = first;
        long most = Long.MAX_VALUE;
        long denseFrom = 0;
        for (int step = 0; step < MOST_STEPS && read < MOST_READ && upper > 0; step++) {
            most = upper <= denseFrom ? Long.MAX_VALUE : most;
            Blocks.Run blocks = Blocks.before(upper, Math.min(length, most));
            CandidateQueries.InBlock in = queries.newest(
                    new CandidateQueries.Asked(blocks.within(words, end), exact, ranked, where),
                    blocks.isSmallest() ? Long.MAX_VALUE : dense,
                    upper,
                    MOST - found.size() + 1);
            long seen = upper - blocks.start();
            if (!blocks.isSmallest() && in.hits() >= dense) {
                most = seen / Blocks.GROWTH;
                denseFrom = blocks.start();
                continue;
            }
            read += in.hits();
            found.addAll(in.newest());
            upper = blocks.start();
            if (found.size() > MOST) {
                found.subList(MOST, found.size()).clear();
                return false;
            }
            length = next(in, seen);
        }
        return upper == 0;
    }

    /**
     * In how many changes the rest is to be expected, if words stand there as often as in those that were looked through
     * last. Each hit costs the fetching of its words, each step a question; so what is to be expected in all that is left
     * is taken at once if it is not much.
     */
    private long next(CandidateQueries.InBlock last, long seen) {
        double hits = Math.max(last.hits(), LESS_THAN_ONE) / seen;
        double length = Math.min(inHowMany((double) last.newest().size() / seen, seen), dense / (2 * hits));
        return hits * upper < dense / FEW || 2 * length > end ? Long.MAX_VALUE : (long) length;
    }

    /**
     * In how many changes what is missing is to be expected.
     *
     * @param share of those that were looked through, how many fit
     * @param seen how many were looked through
     */
    private long inHowMany(double share, long seen) {
        double missing = MOST - found.size() + 1;
        return (long) (ahead * missing / Math.max(share, LESS_THAN_ONE / seen));
    }

    private static Stream<String> marks(CaseFilter filter) {
        return filter.asked().entrySet().stream().flatMap(asked -> marks(asked).stream());
    }

    private static Optional<String> marks(Map.Entry<String, String> asked) {
        List<String> names = asked.getKey().equals("country")
                ? COUNTRY
                : Stream.of(asked.getKey()).filter(MARKED::contains).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Mark.any(names.stream()
                        .flatMap(name -> Stream.of(asked.getValue().split(",")).map(value -> Mark.of(name, value)))));
    }
}
