package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.marks.SubjectMark;
import org.lacuna.shared.Database;

/** Puts things into the queue, joins them to lines, and notes what became of them. */
@ApplicationScoped
class ItemQueries {
    private final Database database;
    private final Clock clock;

    ItemQueries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whoever changes several rows does so alone: two in different orders would wait for each other, and one be refused. */
    void lock() {
        database.lock("queue lines");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A submission begins in the line of its subject, as a text of its own. */
    void insert(UUID id, SubmissionId submission, SubjectMark subject) {
        String sql = """
                INSERT INTO queue_item (id, kind, ref, line, copies, subject_mark, opened)
                VALUES (?, 'submission', ?, ?, ?, ?, ?)
                """;
        database.change(sql, id, submission.toString(), subject.value(), id, subject.value(), today());
    }

    /** The same again opens it again; its subject's mark is filled in where the key is. */
    void put(PublicItem item) {
        UUID id = UUID.randomUUID();
        String sql = """
                INSERT INTO queue_item (id, kind, ref, line, copies, platform, subject, title, url, case_slug, due, opened)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT queue_item_is_there_once DO UPDATE SET title = excluded.title,
                    url = excluded.url, case_slug = excluded.case_slug, due = excluded.due,
                    opened = CASE WHEN queue_item.decided THEN excluded.opened ELSE queue_item.opened END,
                    decided = false, decided_on = NULL
                """;
        database.change(
                sql,
                id,
                item.kind().word(),
                item.ref(),
                item.line(id),
                id,
                item.about().map(PublicItem.About::platform),
                item.about().map(PublicItem.About::subject),
                item.title(),
                item.url(),
                item.caseSlug(),
                item.due(),
                today());
    }

    /** The texts among which these submissions stand, the largest first. */
    List<UUID> copiesOf(Collection<SubmissionId> submissions) {
        String sql = """
                SELECT all_of.copies FROM queue_item all_of WHERE all_of.copies IN (
                    SELECT copies FROM queue_item WHERE kind = 'submission' AND ref = ANY (?))
                GROUP BY all_of.copies ORDER BY count(*) DESC, all_of.copies
                """;
        return database.list(sql, row -> row.getObject(1, UUID.class), (Object)
                submissions.stream().map(SubmissionId::toString).toArray(String[]::new));
    }

    void join(UUID kept, Collection<UUID> others) {
        String sql = """
                UPDATE queue_item SET copies = ? WHERE copies = ANY (SELECT id::uuid FROM unnest(?) AS other (id))
                """;
        database.change(sql, kept, others.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Copies that tell of several subjects leave the lines of those subjects for one of their own. */
    void separate(UUID copies) {
        String sql = """
                UPDATE queue_item SET line = ? WHERE copies = ? AND line <> ?
                AND (SELECT subject_mark FROM queue_item WHERE copies = ? AND subject_mark IS NOT NULL
                     ORDER BY subject_mark LIMIT 1)
                 <> (SELECT subject_mark FROM queue_item WHERE copies = ? AND subject_mark IS NOT NULL
                     ORDER BY subject_mark DESC LIMIT 1)
                """;
        database.change(sql, copies, copies, copies, copies, copies);
    }

    void grew(SubmissionId submission) {
        set("wrote_again = true", submission);
    }

    void opened(SubmissionId submission) {
        set("wrote_again = false", submission);
    }

    void decided(SubmissionId submission) {
        String sql = """
                UPDATE queue_item SET wrote_again = false, decided = true, decided_on = ?
                WHERE kind = 'submission' AND ref = ?
                """;
        database.change(sql, today(), submission.toString());
    }

    /** Nothing stays but that there was one. */
    void withdrawn(SubmissionId submission) {
        String sql = """
                UPDATE queue_item SET wrote_again = false, decided = true, decided_on = ?, subject_mark = NULL,
                    line = gen_random_uuid(), copies = gen_random_uuid() WHERE kind = 'submission' AND ref = ?
                """;
        database.change(sql, today(), submission.toString());
    }

    private void set(String change, SubmissionId submission) {
        database.change(
                "UPDATE queue_item SET " + change + " WHERE kind = 'submission' AND ref = ?", submission.toString());
    }

    /** Takes one out of the queue that has settled itself. */
    void settle(Kind kind, String ref) {
        String sql = """
                UPDATE queue_item SET decided = true, decided_on = ? WHERE kind = ? AND ref = ? AND NOT decided
                """;
        database.change(sql, today(), kind.word(), ref);
    }

    /** Where one was settled on a day, that day. */
    Optional<LocalDate> settledOn(Kind kind, String ref) {
        return database.first(
                "SELECT decided_on FROM queue_item WHERE kind = ? AND ref = ? AND decided",
                row -> row.getObject(1, LocalDate.class),
                kind.word(),
                ref);
    }

    /** What is open of a kind. */
    List<String> open(Kind kind) {
        return database.list(
                "SELECT ref FROM queue_item WHERE kind = ? AND open ORDER BY ref",
                row -> row.getString(1),
                kind.word());
    }

    /** One whose subject has no mark yet. */
    record Unmarked(UUID id, PublicItem.About about) {}

    List<Unmarked> unmarked() {
        return database.list(
                "SELECT id, platform, subject FROM queue_item WHERE subject_mark IS NULL AND platform IS NOT NULL",
                row -> new Unmarked(
                        row.getObject(1, UUID.class), new PublicItem.About(row.getString(2), row.getString(3))));
    }

    void mark(UUID item, SubjectMark subject) {
        database.change(
                "UPDATE queue_item SET subject_mark = ?, line = ? WHERE id = ?",
                subject.value(),
                subject.value(),
                item);
    }

    /** Submissions that were decided before a day and still have a mark. */
    List<UUID> markedAndDecidedBefore(LocalDate day) {
        String sql = """
                SELECT ref::uuid FROM queue_item WHERE kind = 'submission' AND NOT open AND decided_on < ?
                AND subject_mark IS NOT NULL ORDER BY ref LIMIT 5000
                """;
        return database.list(sql, row -> row.getObject(1, UUID.class), day);
    }

    void unmark(Collection<UUID> submissions) {
        String sql = """
                UPDATE queue_item SET subject_mark = NULL, line = gen_random_uuid(), copies = gen_random_uuid()
                WHERE kind = 'submission' AND ref = ANY (?)
                """;
        database.change(sql, (Object) submissions.stream().map(UUID::toString).toArray(String[]::new));
    }
}
