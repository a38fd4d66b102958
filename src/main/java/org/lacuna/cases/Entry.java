package org.lacuna.cases;

import java.util.Map;

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

    /** Whether it must stay inside. */
    default boolean shielded() {
        return false;
    }
}
