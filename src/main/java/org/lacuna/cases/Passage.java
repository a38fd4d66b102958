package org.lacuna.cases;

import java.util.Arrays;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Word;

/**
 * A passage of the record that can be redacted.
 *
 * @param owner slug of the case; of the incident for a source or a wording
 * @param id of the entry, source or conflict; empty for what there is one of
 */
public record Passage(What what, String owner, String id) {
    /** Stands where words stood. */
    public static final String TOMBSTONE = "[redacted]";

    /** The kinds of passage. */
    public enum What implements Word {
        /** The words of an entry; what it says of the restrictions still counts. */
        TEXT,
        /** A whole entry; it counts no more. */
        ENTRY,
        /** Publisher, title and address of a source. */
        SOURCE,
        /** Name and address of the subject. */
        SUBJECT,
        /** Title and summary of an incident. */
        WORDING,
        /** What sources contradict each other about. */
        CONFLICT,
        /** Everything of a case. */
        CASE;

        /** Reads a {@link #word()}; refuses others. */
        public static What of(String word) {
            return Word.of(What.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("expected a kind of passage out of "
                            + Arrays.stream(values()).map(What::word).toList() + ", found '" + word + "'"));
        }
    }

    public static Passage text(String caseSlug, String entry) {
        return new Passage(What.TEXT, caseSlug, entry);
    }

    public static Passage entry(String caseSlug, String entry) {
        return new Passage(What.ENTRY, caseSlug, entry);
    }

    public static Passage source(String incident, String source) {
        return new Passage(What.SOURCE, incident, source);
    }

    public static Passage subject(String caseSlug) {
        return new Passage(What.SUBJECT, caseSlug, "");
    }

    public static Passage wording(String incident) {
        return new Passage(What.WORDING, incident, "");
    }

    public static Passage conflict(String caseSlug, Conflict conflict) {
        return new Passage(What.CONFLICT, caseSlug, conflictId(conflict.about()));
    }

    public static Passage wholeCase(String caseSlug) {
        return new Passage(What.CASE, caseSlug, "");
    }

    /** The id by which a conflict is known, made of what it is about; the database makes it in the same way. */
    public static String conflictId(String about) {
        return "c" + Digest.of(about).hex().substring(0, 16);
    }

    /** Whether it belongs to an incident and not to one of its cases. */
    boolean ofIncident() {
        return what == What.SOURCE || what == What.WORDING;
    }

    /** Whether there is such a passage in this incident. */
    boolean standsIn(Incident incident) {
        return switch (what) {
            case WORDING -> true;
            case SOURCE ->
                incident.sources().stream().anyMatch(source -> source.id().equals(id));
            case TEXT, ENTRY ->
                caseIn(incident).entries().stream()
                        .anyMatch(entry -> entry.head().id().equals(id));
            case CONFLICT ->
                caseIn(incident).conflicts().stream()
                        .anyMatch(conflict -> conflictId(conflict.about()).equals(id));
            case SUBJECT, CASE -> true;
        };
    }

    private Case caseIn(Incident incident) {
        return incident.caseOf(owner);
    }
}
