package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes of the packaged program on one database, with Quartz in both and the clocks of the reports read every
 * second. What is due is made once, however often it is looked for, and when one of the two is killed as well.
 */
class TwoClocksIT {
    private static final String BEFORE = "'geo-blocks', 'monitor-health', 'time-to-reversal'";
    private static final int REPORTS = 6;

    /** Long enough for every clock, also that of the yearly report, to have struck. */
    private static final String LONG_AGO = "now() - interval '400 days'";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Rows rows;
    private LogNode first;
    private LogNode second;

    @BeforeEach
    void open() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        rows = new Rows(postgres);
        try (LogNode schema = node("schema").with("LACUNA_ROLES", "public").with("LACUNA_REPORTS_WORKS", "false")) {
            schema.start();
        }
        nothingIsFetched();
        readingsAreCounted();
        first = node("first");
        second = node("second");
    }

    private LogNode node(String name) {
        return new LogNode(postgres, folder.resolve(name))
                .with("LACUNA_ROLES", "public,crawler")
                .with("LACUNA_REPORTS_CLOCK", "* * * * * ?")
                .with("LACUNA_RECORD_IMPORT_ON_EMPTY", "true")
                .with("LACUNA_LEDGER_KEY_FILE", folder.resolve("service.key").toString());
    }

    /** Quartz runs on nodes that crawl, and no test touches the internet. */
    private void nothingIsFetched() throws SQLException {
        rows.change("""
                CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.due := 'infinity'; RETURN NEW; END $$;
                CREATE TRIGGER never BEFORE INSERT OR UPDATE ON lane FOR EACH ROW EXECUTE FUNCTION never()
                """);
    }

    /** Whoever reads a clock makes sure first that there is one. */
    private void readingsAreCounted() throws SQLException {
        rows.change("""
                CREATE TABLE reading (report text, at timestamptz DEFAULT clock_timestamp());
                CREATE FUNCTION reading() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO reading (report) VALUES (NEW.report); RETURN NEW; END $$;
                CREATE TRIGGER reading BEFORE INSERT ON edition_clock FOR EACH ROW EXECUTE FUNCTION reading()
                """);
    }

    @AfterEach
    void close() throws InterruptedException {
        first.close();
        second.close();
        postgres.close();
    }

    @Test
    void of_two_nodes_one_makes_what_is_due_and_the_other_goes_on_when_it_is_killed() throws Exception {
        first.start();
        second.start();
        until("SELECT count(*) FROM qrtz_scheduler_state", 2);
        until("SELECT count(*) FROM edition_clock", REPORTS);
        rows.change("TRUNCATE reading");

        rows.change("UPDATE edition_clock SET read = " + LONG_AGO + " WHERE report IN (" + BEFORE + ")");
        until("SELECT count(*) FROM edition", 3);
        assertEachIsThereOnce(3);
        rows.change("UPDATE edition_clock SET read = " + LONG_AGO + " WHERE report IN (" + BEFORE + ")");
        readsOn();
        assertEachIsThereOnce(3);
        assertThat(rows.count("SELECT count(*) FROM reading WHERE report = 'geo-blocks'"))
                .as("each tick goes to one of the two: no more readings than seconds")
                .isBetween(
                        5L, 2 + rows.count("SELECT ceil(extract(epoch FROM max(at) - min(at)))::bigint FROM reading"));

        first.kill();
        rows.change("UPDATE edition_clock SET read = " + LONG_AGO + " WHERE report NOT IN (" + BEFORE + ")");
        until("SELECT count(*) FROM edition", REPORTS);
        readsOn();
        assertEachIsThereOnce(REPORTS);
        for (LogNode each : new LogNode[] {first, second}) {
            assertThat(Files.readString(each.log())).doesNotContain("ERROR", "could not be made");
        }
        anotherProcessComesToTheSameBytes();
    }

    private void assertEachIsThereOnce(int reports) throws SQLException {
        assertThat(rows.count("SELECT count(*) FROM edition WHERE due IS NOT NULL AND number = 1"))
                .isEqualTo(reports);
        assertThat(rows.count("SELECT count(*) FROM edition")).isEqualTo(reports);
        assertThat(rows.count("SELECT count(*) FROM edition_order"))
                .as("nothing waits to be made again")
                .isZero();
        assertThat(rows.count("SELECT count(*) FROM edition_review"))
                .as("nothing is published by itself")
                .isZero();
    }

    /** Some more ticks of the clock. */
    private void readsOn() throws SQLException {
        until(
                "SELECT count(*) FROM reading WHERE report = 'yearly'",
                rows.count("SELECT count(*) FROM reading WHERE report = 'yearly'") + 6);
    }

    private void until(String sql, long least) {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> rows.count(sql) >= least);
    }

    /**
     * What an edition holds depends neither on the process nor on where it stands: the founding record, ordered as of
     * yesterday and counted where it ends, is rendered again by the command, in another time zone and language.
     */
    private void anotherProcessComesToTheSameBytes() throws SQLException, IOException {
        rows.change("INSERT INTO edition_order (report, day, sequence, ordered)"
                + " SELECT 'yearly', (now() AT TIME ZONE 'UTC')::date - 1, max(sequence), now() FROM change");
        until("SELECT count(*) FROM edition", REPORTS + 1);
        String edition = "FROM edition WHERE report = 'yearly' AND number = 2";
        assertThat(rows.count("SELECT sequence " + edition)).isGreaterThan(40);
        String said = node("elsewhere")
                .with("JAVA_TOOL_OPTIONS", "-Duser.timezone=Asia/Shanghai -Duser.language=tr -Duser.country=TR")
                .command(
                        "report",
                        "render",
                        "yearly",
                        "--as-of",
                        rows.text("SELECT day " + edition),
                        "--sequence",
                        rows.text("SELECT sequence " + edition),
                        "--into",
                        folder.resolve("rendered").toString());
        String[] digests = rows.text("SELECT string_agg(digest, ' ' ORDER BY format) FROM edition_file"
                        + " WHERE report = 'yearly' AND number = 2")
                .split(" ");
        assertThat(digests).hasSizeGreaterThanOrEqualTo(3);
        assertThat(said).contains(digests);
    }
}
