package org.lacuna.desk.work.redact;

import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.cases.Conflict;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Source;
import org.lacuna.desk.work.form.KnownCase;

/** A passage by its address at the desk, and its words. */
final class PassageAt {
    private PassageAt() {}

    /**
     * The passage of a case or of its incident.
     *
     * @param what its kind, by its word
     * @param id of the entry, source or conflict
     * @throws NotFoundException if there is no such passage
     */
    static Passage find(KnownCase at, String what, String id) {
        Passage passage = passage(at, what, id);
        words(at, passage).orElseThrow(PassageAt::none);
        return passage;
    }

    /** What stands there now, for an editor to read before anything is done; empty if nothing stands there. */
    static Optional<String> words(KnownCase at, Passage passage) {
        return switch (passage.what()) {
            case TEXT, ENTRY ->
                at.known()
                        .entry(passage.id())
                        .map(entry -> entry.type() + ", " + entry.head().date() + ": "
                                + entry.head().text());
            case SOURCE -> at.source(passage.id()).map(PassageAt::words);
            case SUBJECT ->
                Optional.of(at.known().subject().name()
                        + at.known().subject().url().map(url -> ", " + url).orElse(""));
            case WORDING ->
                Optional.of(at.incident().title() + "\n" + at.incident().summary());
            case CONFLICT ->
                at.known().conflicts().stream()
                        .filter(conflict -> Passage.conflictId(conflict.about()).equals(passage.id()))
                        .findFirst()
                        .map(PassageAt::words);
            case CASE -> Optional.of("Everything of the case " + at.slug());
        };
    }

    private static Passage passage(KnownCase at, String what, String id) {
        Passage.What kind = kind(what);
        return switch (kind) {
            case SOURCE -> Passage.source(at.incident().slug(), id);
            case WORDING -> Passage.wording(at.incident().slug());
            case SUBJECT -> Passage.subject(at.slug());
            case CASE -> Passage.wholeCase(at.slug());
            case TEXT, ENTRY, CONFLICT -> new Passage(kind, at.slug(), id);
        };
    }

    private static Passage.What kind(String what) {
        try {
            return Passage.What.of(what);
        } catch (IllegalArgumentException unknown) {
            throw none();
        }
    }

    private static String words(Source source) {
        return source.publisher() + ": " + source.title()
                + source.url().map(url -> ", " + url).orElse("");
    }

    private static String words(Conflict conflict) {
        return conflict.about() + ": "
                + conflict.values().stream().map(Conflict.Value::value).collect(Collectors.joining(" / "));
    }

    private static NotFoundException none() {
        return new NotFoundException("There is no such passage.");
    }
}
