package org.lacuna.publication.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.lacuna.publication.Projection;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.words.Weight;
import org.lacuna.publication.words.WordVector;

/** Keeps the words of each version of a case, to find it by. */
@ApplicationScoped
class WordsOfCases implements Projection {
    private final WordsQueries queries;

    WordsOfCases(WordsQueries queries) {
        this.queries = queries;
    }

    @Override
    public void write(PublicCase version, String about) {
        WordVector words = new WordVector();
        FieldText.of(version)
                .filter(each -> each.weight() == Weight.A)
                .forEach(each -> words.add(each.text(), each.weight()));
        words.add(version.slug(), Weight.A).add(about, Weight.B);
        FieldText.of(version)
                .filter(each -> each.weight() != Weight.A)
                .forEach(each -> words.add(each.text(), each.weight()));
        queries.write(version.sequence(), words, Blocks.marks(version.sequence()));
    }
}
