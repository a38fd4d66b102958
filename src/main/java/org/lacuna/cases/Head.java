package org.lacuna.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.shared.EdtfDate;

/**
 * What every entry has.
 *
 * @param id unique in the case, never reused
 * @param date when it happened
 * @param text what happened, in our own words
 * @param sources ids of the sources that say so
 * @param disputed what other sources say of single fields
 * @param recorded when we wrote it down; empty before that
 */
public record Head(
        String id,
        EdtfDate date,
        String text,
        List<String> sources,
        List<Disputed> disputed,
        Optional<Instant> recorded) {
    public Head {
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("expected an id such as e4, found '" + id + "'");
        }
        Texts.check("text", text);
        sources = List.copyOf(sources);
        disputed = List.copyOf(disputed);
    }

    /** Another value for one field, by other sources. It is free text: shown, never parsed. */
    public record Disputed(String field, String value, List<String> sources) {
        public Disputed {
            Texts.check("field", field);
            Texts.check("value", value);
            sources = List.copyOf(sources);
        }
    }

    /** Every source that this line names. */
    public Stream<String> cited() {
        return Stream.concat(sources.stream(), disputed.stream().flatMap(other -> other.sources().stream()));
    }

    Head recordedAt(Instant at) {
        return new Head(id, date, text, sources, disputed, Optional.of(at));
    }
}
