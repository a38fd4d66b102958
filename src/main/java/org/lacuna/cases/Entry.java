package org.lacuna.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Fields;

/**
 * One dated line of a timeline: a closed family. Each type knows its word, its own fields and what it does to the
 * restrictions of its case; most do nothing.
 */
public sealed interface Entry
        permits Context,
                RestrictionImposed,
                RestrictionChanged,
                RestrictionLifted,
                Statement,
                Appeal,
                Observed,
                Testimony,
                Pressure,
                Correction {

    /**
     * The entry of this type, with this head and these own fields as {@link #own()} gives them.
     *
     * @throws org.lacuna.shared.InvalidFile for an unknown type or key, or a value that the type refuses
     */
    static Entry of(String type, Head head, JsonNode own) {
        return EntryFormat.own(type, head, Fields.ofJson(own));
    }

    /** What every entry has. */
    Head head();

    /** The same entry under another head. */
    Entry with(Head other);

    /** The type's word, such as {@code restriction-imposed}. */
    String type();

    /**
     * The fields of this type alone, by their keys in camelCase, in the order of the record's format. Values are
     * texts, truth values, lists of texts, maps of texts, or null.
     */
    Map<String, Object> own();

    /** The restrictions after this entry. */
    default Restrictions applyTo(Restrictions state) {
        return state;
    }

    /** Ids of the other entries that it speaks of. */
    default List<String> names() {
        return List.of();
    }

    /** The same entry, speaking of others by these ids; an id that is not in the map stays. */
    default Entry naming(Map<String, String> others) {
        return this;
    }

    /** What is left of it when these entries do not count; empty if it speaks of nothing else. */
    default Optional<Entry> without(Set<String> gone) {
        return Optional.of(this);
    }

    /** Digests of the captures that it names itself, beside those of its sources. */
    default Stream<Digest> captures() {
        return Stream.empty();
    }

    /** Whether it must stay inside. */
    default boolean shielded() {
        return false;
    }
}
