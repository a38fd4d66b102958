package org.lacuna.publication.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicIncident;
import org.lacuna.publication.words.Span;
import org.lacuna.publication.words.Weight;
import org.lacuna.publication.words.WordQuery;

/** Picks the passages that show why a case was found. */
final class Passages {
    private static final int MOST = 3;

    private Passages() {}

    /** @param incident as it may be shown beside this version */
    static List<Found.Passage> of(PublicCase version, Optional<PublicIncident> incident, WordQuery query) {
        Stream<FieldText> about = incident.stream()
                .filter(each -> each.redacted().isEmpty())
                .flatMap(each -> Stream.of(each.title(), each.summary()))
                .map(text -> new FieldText(Field.INCIDENT, Optional.empty(), text, Weight.B));
        return Stream.concat(FieldText.of(version), about)
                .flatMap(text -> passage(text, query).stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<Found.Passage> passage(FieldText text, WordQuery query) {
        List<Span> spans = query.in(text.text());
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found.Passage(text.field().word(), text.id(), Excerpt.of(text.text(), spans)));
    }
}
