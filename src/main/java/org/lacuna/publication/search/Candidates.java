package org.lacuna.publication.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    static final int MOST = 500;

    /** How many versions with the right words are read, whatever else is asked of them. */
    private static final long MOST_READ = 20_000;

    /** More hits than this in a block that is not the smallest: a smaller one will do. */
    private static final long DENSE = 2_000;

    private static final int MOST_BLOCKS = 40;

    /** How many times more a block of the next size holds. */
    private static final int GROWTH = 8;

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
    private final String words;
    private final Condition where;
    private final List<Candidate> found = new ArrayList<>();
    private long upper;
    private long read;

    private Candidates(CandidateQueries queries, WordQuery query, Selection selection) {
        this.queries = queries;
        this.ranked = query.tsquery();
        this.words = Stream.concat(Stream.of("(" + ranked + ")"), marks(selection.filter()))
                .collect(Collectors.joining(" & "));
        this.where = new Selection(selection.filter().without("q"), selection.at()).where();
        this.upper = selection.at() + 1;
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
        int size = 0;
        int greatest = Blocks.SIZES;
        long denseFrom = 0;
        for (int block = 0; block < MOST_BLOCKS && read < MOST_READ && upper > 0; block++) {
            greatest = upper <= denseFrom ? Blocks.SIZES : greatest;
            size = Math.min(size, greatest);
            boolean smallest = size == 0;
            CandidateQueries.InBlock in = queries.newest(
                    size == Blocks.SIZES ? words : words + " & '" + Blocks.mark(size, upper - 1) + "'",
                    ranked,
                    smallest ? Long.MAX_VALUE : DENSE,
                    upper,
                    where,
                    MOST - found.size() + 1);
            if (!smallest && in.hits() >= DENSE) {
                greatest = size - 1;
                denseFrom = Blocks.start(size, upper - 1);
                continue;
            }
            read += in.hits();
            found.addAll(in.newest());
            upper = Blocks.start(size, upper - 1);
            if (found.size() > MOST) {
                found.subList(MOST, found.size()).clear();
                return false;
            }
            size += size < Blocks.SIZES && in.hits() * GROWTH < DENSE ? 1 : 0;
        }
        return upper == 0;
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
