package org.lacuna.desk.work.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Conflict;
import org.lacuna.cases.Entry;
import org.lacuna.cases.Objections.Objection;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Source;
import org.lacuna.desk.work.archive.ArchivingQueries;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.publication.PublicCase;
import org.lacuna.shared.Digest;
import org.lacuna.shared.EdtfWords;

/**
 * The whole of a case as editors see it.
 *
 * @param platform its name
 * @param shown as the public sees it now; empty if the public does not
 * @param whole what hides the case as a whole
 * @param merged slug of the case that it was merged into
 * @param split slugs of the cases that took entries of it
 * @param proposals what waits for a second person, in words
 * @param named why it may name whom it names; empty if nobody has looked
 */
record CaseView(
        KnownCase at,
        Optional<String> platform,
        String status,
        Optional<PublicCase> shown,
        Optional<Redaction> whole,
        Optional<Redaction> subjectHidden,
        Optional<Redaction> wordingHidden,
        List<Row> rows,
        List<SourceRow> sources,
        List<ConflictRow> conflicts,
        List<CheckedRow> history,
        List<Objection> objections,
        Optional<String> named,
        Optional<String> merged,
        List<String> split,
        List<String> proposals) {

    /** What the crawler confirmed last, as the public page shows it. */
    public Optional<PublicCase.Observed> seen() {
        return shown.flatMap(PublicCase::observed);
    }

    /**
     * One entry.
     *
     * @param hidden what hides it as a whole
     * @param textHidden what hides its words alone
     * @param reply how the channel of a reply was checked
     */
    record Row(
            Entry entry,
            List<String> details,
            Optional<Redaction> hidden,
            Optional<Redaction> textHidden,
            Optional<String> reply) {
        public String id() {
            return entry.head().id();
        }

        public String when() {
            return EdtfWords.of(entry.head().date());
        }

        /** The fields of its type, as the record writes them. */
        static List<String> details(Entry entry) {
            return entry.own().entrySet().stream()
                    .filter(field -> field.getValue() != null)
                    .map(field -> field.getKey() + ": " + plain(field.getValue()))
                    .toList();
        }

        private static String plain(Object value) {
            if (value instanceof List<?> list) {
                return String.join(", ", list.stream().map(String::valueOf).toList());
            }
            if (value instanceof Map<?, ?> map) {
                return String.join(
                        ", ",
                        map.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .toList());
            }
            return String.valueOf(value);
        }
    }

    /**
     * One source.
     *
     * @param tried the last try to archive it
     */
    record SourceRow(Source source, Optional<Redaction> hidden, Optional<ArchivingQueries.Tried> tried) {
        /** The digest of our copy, whenever it was made. */
        public Optional<String> copy() {
            return source.archived()
                    .or(() -> tried.flatMap(ArchivingQueries.Tried::copy))
                    .map(Object::toString);
        }

        /** The same as its address has it; empty without one. */
        public String copyHex() {
            return copy().map(digest -> Digest.parse(digest).hex()).orElse("");
        }

        /** Whether it is worth another try to archive it. */
        public boolean canTry() {
            return source.url().isPresent() && copy().isEmpty();
        }
    }

    /** One conflict; {@code id} names its passage. */
    record ConflictRow(Conflict conflict, String id, Optional<Redaction> hidden) {}

    /** One time that a level was set. */
    record CheckedRow(String level, String reason, String shown, String by, String day) {}
}
