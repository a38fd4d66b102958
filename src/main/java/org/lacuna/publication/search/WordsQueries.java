package org.lacuna.publication.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lacuna.publication.words.WordVector;
import org.lacuna.shared.Database;

/** Writes the words of a version, and beside them its marks: what many filters ask for, and where in the record it is. */
@ApplicationScoped
class WordsQueries {
    private final Database database;

    WordsQueries(Database database) {
        this.database = database;
    }

    void write(long sequence, WordVector words, List<String> blocks) {
        database.change("""
                INSERT INTO public_words (sequence, words)
                SELECT p.sequence, ?::tsvector || array_to_tsvector(? || ARRAY[
                        ' platform/' || p.platform,
                        ' incident/' || p.incident,
                        ' subjectKind/' || p.subject_kind,
                        ' status/' || p.status,
                        ' verification/' || p.verification,
                        ' basedIn/' || coalesce(p.based_in, ''),
                        ' hasReversal/' || p.reversed
                    ] || ARRAY(SELECT ' measure/' || each FROM unnest(p.measures) each)
                    || ARRAY(SELECT ' scope/' || each FROM unnest(p.scope) each)
                    || ARRAY(SELECT ' demandedBy/' || each FROM unnest(p.demanded_by) each)
                    || ARRAY(SELECT ' explanation/' || each FROM unnest(p.explanations) each)
                    || ARRAY(SELECT ' topic/' || each FROM unnest(p.topics) each))
                FROM public_case p WHERE p.sequence = ?
                """, words.toString(), blocks.toArray(String[]::new), sequence);
    }
}
