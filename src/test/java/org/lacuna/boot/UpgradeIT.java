package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.ledger.note.NoteKey;

/**
 * A database from before there was a log, with a record, an edition, something hidden and something redacted for good, is
 * brought up to date by the packaged program, which is killed in the middle of it.
 */
class UpgradeIT {
    private static final String BEFORE_THE_LOG = "27";
    private static final int OLDER_VERSIONS = 6_000;
    private static final String CASE = "zoom-humanitarian-china-2020";
    private static final String ERASED = "zoom-lee-cheuk-yan-2020";
    private static final String INCIDENT = "zoom-june-fourth-2020";

    /** What is no fact of the record and may change by starting the program. */
    private static final String NOT_THE_RECORD = "qrtz_%|flyway_%|log_%|lease%|edition_schedule|edition_order";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private Rows rows;
    private LogNode node;

    @BeforeEach
    void a_database_from_before_the_log() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), Durability.DURABLE);
        rows = new Rows(postgres);
        node = new LogNode(postgres, folder.resolve("data"));
        try (LogNode fresh =
                new LogNode(postgres, folder.resolve("data")).with("LACUNA_RECORD_IMPORT_ON_EMPTY", "true")) {
            fresh.start();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> rows.count("SELECT count(*) FROM current_case") > 40);
        }
        forgetTheLog();
        rows.change("ALTER SCHEMA public RENAME TO newest");
        rows.change("CREATE SCHEMA public");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(), postgres.username(), postgres.password())
                .locations("filesystem:src/main/resources/db/migration")
                .target(BEFORE_THE_LOG)
                .load()
                .migrate();
        takeOver();
        rows.change("DROP SCHEMA newest CASCADE");
        rows.change(OLD_STATE.formatted(ERASED, INCIDENT, CASE, OLDER_VERSIONS));
    }

    /** There was none; nor is there one yet if the first program was killed before it had written the log's first files. */
    private void forgetTheLog() throws IOException {
        if (Files.notExists(folder.resolve("data/log"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data/log"))) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        node.close();
        postgres.close();
    }

    /** Every row into the old tables, by the columns that they have; without the salts, which came with the log. */
    private void takeOver() throws SQLException {
        rows.change("""
                DO $$
                DECLARE
                    each record;
                BEGIN
                    CREATE TEMP TABLE reference AS SELECT conrelid::regclass AS its, conname, pg_get_constraintdef(oid) AS says
                        FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace;
                    FOR each IN SELECT * FROM reference LOOP
                        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.its, each.conname);
                    END LOOP;
                    FOR each IN
                        SELECT t.table_name AS name, string_agg(quote_ident(c.column_name), ', ') AS columns
                        FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
                        WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
                            AND t.table_name NOT LIKE 'flyway%' AND t.table_name NOT LIKE 'qrtz%'
                            AND EXISTS (SELECT FROM information_schema.columns n WHERE n.table_schema = 'newest'
                                AND n.table_name = c.table_name AND n.column_name = c.column_name)
                        GROUP BY 1
                    LOOP
                        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER USER', each.name);
                        EXECUTE format('DELETE FROM %I', each.name);
                        EXECUTE format('INSERT INTO %I (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM newest.%1$I',
                            each.name, each.columns);
                    END LOOP;
                    UPDATE document SET body = convert_to(regexp_replace(convert_from(body, 'UTF8'),
                        '"salt":"[0-9a-f]{32}",', ''), 'UTF8');
                    UPDATE change c SET digest = 'sha256:' || encode(sha256(d.body), 'hex') FROM document d
                        WHERE d.sequence = c.sequence;
                    FOR each IN SELECT table_name AS name, column_name AS its FROM information_schema.columns
                        WHERE table_schema = 'public' AND is_identity = 'YES' LOOP
                        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM %I))',
                            each.name, each.its, each.its, each.name);
                    END LOOP;
                    FOR each IN SELECT table_name AS name FROM information_schema.tables
                        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP
                        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER USER', each.name);
                    END LOOP;
                    FOR each IN SELECT * FROM reference LOOP
                        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', each.its, each.conname, each.says);
                    END LOOP;
                    DROP TABLE reference;
                END $$
                """);
    }

    /**
     * What a service of that time could have done: a redaction for good by the database's own function, a veil, an edition,
     * and many versions of a case that is long gone.
     */
    private static final String OLD_STATE = """
            DO $$
            DECLARE
                old document;
                left_over bytea;
                last bigint;
            BEGIN
                INSERT INTO redaction (incident, what, owner, target, act, reason, note, recorded)
                VALUES ('%2$s', 'subject', '%1$s', '', 'erase', 'privacy', '', now());
                SELECT d.* INTO old FROM change c JOIN document d USING (sequence) WHERE c.slug = '%1$s'
                    ORDER BY sequence LIMIT 1;
                left_over := convert_to(jsonb_set(convert_from(old.body, 'UTF8')::jsonb, '{subject,name}',
                    '"[redacted]"')::text, 'UTF8');
                PERFORM erase('subject', '%1$s', '', ARRAY[old.sequence], ARRAY[left_over], now());
                INSERT INTO document_veil (sequence, body, digest, since)
                SELECT sequence, body, 'sha256:' || encode(sha256(body), 'hex'), now() FROM change JOIN document USING (sequence)
                WHERE slug = '%3$s' AND kind = 'case' ORDER BY sequence LIMIT 1;
                SELECT max(sequence) INTO last FROM change;
                INSERT INTO change (sequence, action, kind, slug, digest, recorded)
                SELECT last + i, 'edited', 'case', 'long-gone', 'sha256:' || encode(sha256(convert_to(
                    '{"gone":"retracted","kind":"case","lastChanged":"2026-01-01T00:00:00Z","sequence":'
                        || last + i || ',"since":"2026-01-01","slug":"long-gone"}', 'UTF8')), 'hex'), now()
                FROM generate_series(1, %4$d) i;
                INSERT INTO document (sequence, body)
                SELECT sequence, convert_to('{"gone":"retracted","kind":"case","lastChanged":"2026-01-01T00:00:00Z","sequence":'
                    || sequence || ',"since":"2026-01-01","slug":"long-gone"}', 'UTF8') FROM change
                WHERE slug = 'long-gone';
                SELECT max(sequence) INTO last FROM change;
                INSERT INTO edition (report, number, title, day, sequence, figures, made)
                VALUES ('yearly', 1, 'An edition', '2026-01-01', last, 'sha256:' || repeat('0', 64), now());
                INSERT INTO edition_file (report, number, format, media, bytes, digest)
                VALUES ('yearly', 1, 'csv', 'text/csv', 3, 'sha256:' || encode(sha256('a,b'), 'hex'));
                INSERT INTO edition_body (report, number, format, body) VALUES ('yearly', 1, 'csv', 'a,b');
                INSERT INTO change (sequence, action, kind, slug, digest, recorded)
                VALUES (last + 1, 'created', 'edition', 'yearly/1', 'sha256:' || repeat('0', 64), now());
                INSERT INTO document (sequence, body)
                SELECT last + 1, convert_to('{"asOf":"2026-01-01","computedAt":' || last || ',"files":[{"bytes":3,"digest":"'
                    || digest || '","format":"csv","media":"text/csv"}],"kind":"edition","lastChanged":"2026-01-01T00:00:00Z",'
                    || '"notes":"","number":1,"report":"yearly","sequence":' || last + 1
                    || ',"slug":"yearly/1","title":"An edition"}', 'UTF8') FROM edition_file;
                INSERT INTO edition_review (report, number, decision, notes, at, change)
                VALUES ('yearly', 1, 'published', '', now(), last + 1);
            END $$
            """;

    @Test
    void every_older_version_gets_its_salt_and_its_leaf_once_and_nothing_else_changes() throws Exception {
        Map<String, String> before = contents();
        String body = document(CASE);
        long versions = rows.count("SELECT count(*) FROM document");
        assertThat(body).doesNotContain("\"salt\"");
        assertThat(rows.text("SELECT digest FROM document WHERE digest IS NOT NULL"))
                .isNotEmpty();

        node.begin();
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.count("SELECT count(*) FROM log_leaf") > 0);
        node.kill();
        long written = rows.count("SELECT count(*) FROM log_leaf");
        assertThat(written).as("it was killed in the middle").isBetween(1L, versions - 1);
        assertThat(rows.text("SELECT filled FROM log_turn")).isEqualTo("f");
        String salted = rows.text("SELECT convert_from(body, 'UTF8') FROM document WHERE sequence = 1");

        node.with("LACUNA_LOG_CHECK_EVERY", "1S").start();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> node.published() >= versions);
        assertThat(rows.text("SELECT convert_from(body, 'UTF8') FROM document WHERE sequence = 1"))
                .as("what had its salt keeps it")
                .isEqualTo(salted);
        assertThat(rows.count("SELECT count(*) FROM document d JOIN log_leaf l USING (sequence)"))
                .isEqualTo(versions)
                .isEqualTo(rows.count("SELECT max(position) + 1 FROM log_leaf"));
        assertThat(rows.count("SELECT count(*) FROM document WHERE convert_from(body, 'UTF8')"
                        + " !~ '\"salt\":\"[0-9a-f]{32}\"'"))
                .as("versions without salt")
                .isZero();
        assertThat(rows.count("""
                        SELECT count(*) FROM change c JOIN document d USING (sequence) JOIN log_leaf l USING (sequence)
                        WHERE convert_from(l.entry, 'UTF8')::jsonb ->> 'digest' <> 'sha256:' || encode(sha256(d.body), 'hex')
                            OR coalesce(d.digest, c.digest) <> 'sha256:' || encode(sha256(d.body), 'hex')
                        """)).as("entries or digests of something else").isZero();
        assertThat(contents()).containsAllEntriesOf(before);
        assertThat(node.check(key())).isEmpty();
        assertReadersFindEverything(body);
        assertTheSelfCheckFindsNothing();
    }

    private void assertReadersFindEverything(String body) throws Exception {
        String now = node.get("/api/v1/cases/" + CASE).body();
        assertThat(now.replaceFirst("\"salt\":\"[0-9a-f]{32}\",", "")).isEqualTo(body);
        assertThat(node.get("/api/v1/cases/" + CASE + "/proof").statusCode()).isEqualTo(200);
        assertThat(node.get("/reports/yearly/1.csv").statusCode())
                .as("the edition")
                .isEqualTo(200);
        assertThat(node.get("/reports/yearly/1.csv").body()).isEqualTo("a,b");
    }

    /** But that what is redacted and veiled here was made by hand, and not as the program would have done it. */
    private void assertTheSelfCheckFindsNothing() {
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> Files.readString(node.log())
                .contains("(self-check)"));
        assertThat(selfCheck()).isNotEmpty().allMatch(what -> what.contains("otherwise than its redactions say"));
    }

    private List<String> selfCheck() {
        try (Stream<String> lines = Files.lines(node.log())) {
            return lines.filter(line -> line.contains("(self-check)"))
                    .flatMap(line -> Stream.of(line.split("do not fit: ")[1].split("; ")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String document(String slug) throws SQLException {
        return rows.text(
                "SELECT convert_from(body, 'UTF8') FROM current_case JOIN document USING (sequence) WHERE slug = '"
                        + slug + "'");
    }

    private NoteKey key() throws SQLException {
        String key = rows.text("SELECT encode(public_key, 'base64') FROM service_key");
        return new NoteKey(
                LogNode.ORIGIN,
                NoteKey.NOTE,
                Base64.getDecoder().decode(key.strip().getBytes(StandardCharsets.US_ASCII)));
    }

    /** Every table of the record as one digest; of documents and changes without what the log brings. */
    private Map<String, String> contents() throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        String tables = rows.text("""
                SELECT string_agg(table_name, ' ' ORDER BY table_name) FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT table_name LIKE ANY (string_to_array('%s', '|'))
                """.formatted(NOT_THE_RECORD));
        for (String table : List.of(tables.split(" "))) {
            String row =
                    switch (table) {
                        case "change" -> "sequence || action || kind || slug || recorded";
                        case "document" ->
                            "sequence || (convert_from(body, 'UTF8')::jsonb - 'salt')::text || coalesce(replaced::text, '')";
                        case "service_key" -> "public_key::text";
                        default -> "t::text";
                    };
            contents.put(
                    table,
                    rows.text("SELECT count(*) || ' ' || coalesce(md5(string_agg(" + row + ", '|' ORDER BY " + row
                            + ")), '') FROM " + table + " t"));
        }
        return contents;
    }
}
