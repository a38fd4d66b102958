package org.lacuna.publication.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lacuna.publication.FilterColumns;
import org.lacuna.publication.Projection;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.words.VectorBytes;
import org.lacuna.publication.words.Weight;
import org.lacuna.publication.words.WordVector;
import org.lacuna.shared.Database;

/**
 * Keeps the words of each version of a case, to find it by, and beside them its marks: what many filters ask for, and
 * where in the record it is. To cut texts into words takes longer than anything else of publishing, and is the same
 * whenever it is done; so it can be done before the version's turn has come.
 */
@ApplicationScoped
class WordsOfCases implements Projection {
    /** More wait only where what was made ahead is never asked for. */
    private static final int MOST_AHEAD = 10_000;

    private final Database database;
    private final Map<List<FieldText>, VectorBytes> ahead = new ConcurrentHashMap<>();

    WordsOfCases(Database database) {
        this.database = database;
    }

    @Override
    public void ahead(PublicCase version, String about) {
        if (ahead.size() > MOST_AHEAD) {
            ahead.clear();
        }
        List<FieldText> texts = texts(version, about);
        ahead.put(texts, words(texts));
    }

    @Override
    public void write(PublicCase version, String about) {
        List<FieldText> texts = texts(version, about);
        VectorBytes words = Optional.ofNullable(ahead.remove(texts)).orElseGet(() -> words(texts));
        VectorBytes marks = VectorBytes.alone(
                Stream.concat(Blocks.marks(version.sequence()).stream(), marks(version, FilterColumns.of(version)))
                        .toList());
        // marks begin with a blank, so they come before all words
        database.insertBytes("public_words", "sequence, words", version.sequence(), marks.with(words));
    }

    /** In the order in which the words take their places. */
    private static List<FieldText> texts(PublicCase version, String about) {
        List<FieldText> all = FieldText.of(version).toList();
        return Stream.of(
                        all.stream().filter(each -> each.weight() == Weight.A),
                        Stream.of(
                                new FieldText(Field.TITLE, Optional.empty(), version.slug(), Weight.A),
                                new FieldText(Field.INCIDENT, Optional.empty(), about, Weight.B)),
                        all.stream().filter(each -> each.weight() != Weight.A))
                .flatMap(each -> each)
                .toList();
    }

    private static VectorBytes words(List<FieldText> texts) {
        WordVector words = new WordVector();
        texts.forEach(each -> words.add(each.text(), each.weight()));
        return words.bytes();
    }

    private static Stream<String> marks(PublicCase version, FilterColumns filtered) {
        return Stream.of(
                        Stream.of(
                                Mark.of("platform", version.platform().id()),
                                Mark.of("incident", version.incident()),
                                Mark.of("subjectKind", version.subject().kind()),
                                Mark.of("status", version.status()),
                                Mark.of("verification", version.verification()),
                                Mark.of("basedIn", version.subject().basedIn().orElse("")),
                                Mark.of("hasReversal", Boolean.toString(filtered.reversed()))),
                        marks("measure", filtered.measures()),
                        marks("scope", filtered.scope()),
                        marks("demandedBy", filtered.demandedBy()),
                        marks("explanation", filtered.explanations()),
                        marks("topic", filtered.topics()))
                .flatMap(each -> each);
    }

    private static Stream<String> marks(String name, List<String> values) {
        return values.stream().map(value -> Mark.of(name, value));
    }
}
