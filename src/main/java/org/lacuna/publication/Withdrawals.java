package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Database;

/** What was taken out of the record or moved within it. It names the places and never what stood there. */
@ApplicationScoped
public class Withdrawals {
    private static final String FROM =
            "FROM change WHERE action IN ('redacted', 'retracted', 'merged') AND sequence <= ? ";

    private final Database database;
    private final PublicRecord record;
    private final Pages pages;

    Withdrawals(Database database, PublicRecord record, Pages pages) {
        this.database = database;
        this.record = record;
        this.pages = pages;
    }

    /**
     * One of them.
     *
     * @param action redacted, retracted or merged
     * @param kind case or incident
     */
    public record Withdrawal(long sequence, String action, String kind, String slug, Instant recorded) {}

    /** One page of them; {@code next} is where the next one starts. */
    public record Listed(List<Withdrawal> withdrawals, Optional<String> next) {}

    /**
     * The newest first, as known at the end of a day (UTC) where one is asked for.
     *
     * @param cursor the {@code next} of the page before
     * @param limit 1 to {@link PublicRecord#MOST}
     * @throws IllegalArgumentException for a limit out of range, or a cursor of another list
     */
    public Listed page(Optional<LocalDate> asOf, Optional<String> cursor, int limit) {
        Pages.Page<Withdrawal> page = pages.page(
                "withdrawals " + asOf,
                () -> record.at(asOf),
                cursor,
                limit,
                (at, total, beyond, most) -> newest(at, beyond, most),
                each -> new Cursor.Place("", each.sequence(), 0),
                this::count);
        return new Listed(page.items(), page.next());
    }

    private List<Withdrawal> newest(long at, Optional<Cursor.Place> beyond, int limit) {
        return database.list(
                "SELECT sequence, action, kind, slug, recorded " + FROM
                        + "AND sequence < ? ORDER BY sequence DESC LIMIT ?",
                row -> new Withdrawal(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                at,
                beyond.map(Cursor.Place::sequence).orElse(Long.MAX_VALUE),
                limit);
    }

    private long count(long at) {
        return database.first("SELECT count(*) " + FROM, row -> row.getLong(1), at)
                .orElseThrow();
    }
}
