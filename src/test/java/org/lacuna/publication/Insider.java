package org.lacuna.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.lacuna.shared.Database;

/** Somebody who owns the database: no trigger and no reference stands in the way. What was done is undone in the end. */
@ApplicationScoped
class Insider {
    private final Database database;
    private boolean here;

    Insider(Database database) {
        this.database = database;
    }

    private static final List<String> TABLES = List.of(
            "change",
            "document",
            "log_leaf",
            "log_checkpoint",
            "capture",
            "service_key",
            "public_file",
            "document_veil",
            "public_case");

    boolean isHere() {
        return here;
    }

    /** No reference stands in the way any more. */
    void comes() {
        here = true;
        QuarkusTransaction.requiringNew().run(() -> {
            database.change("CREATE SCHEMA remembered");
            database.change("""
                CREATE TABLE remembered.reference AS
                SELECT conrelid::regclass::text AS its, conname, pg_get_constraintdef(oid) AS says FROM pg_constraint
                WHERE contype = 'f' AND confrelid IN ('change'::regclass, 'document'::regclass, 'log_leaf'::regclass,
                    'log_checkpoint'::regclass, 'public_case'::regclass)
                """);
            database.change("""
                DO $$ DECLARE each record; BEGIN
                    FOR each IN SELECT * FROM remembered.reference LOOP
                        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.its, each.conname);
                    END LOOP;
                END $$
                """);
        });
    }

    /** All references stand again. */
    void goes() {
        here = false;
        QuarkusTransaction.requiringNew().run(() -> {
            database.change("""
                DO $$ DECLARE each record; BEGIN
                    FOR each IN SELECT * FROM remembered.reference LOOP
                        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', each.its, each.conname, each.says);
                    END LOOP;
                END $$
                """);
            database.change("DROP SCHEMA remembered CASCADE");
        });
    }

    private void withoutTriggers(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            TABLES.forEach(table -> database.change("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
            work.run();
            TABLES.forEach(table -> database.change("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
        });
    }

    /** Does this; what the statements say of {@code #a} and {@code #b} are numbers of changes. */
    void act(String sql, long a, long b) {
        withoutTriggers(() -> {
            for (String statement : sql.split(";\n")) {
                database.change(statement.replace("#a", Long.toString(a)).replace("#b", Long.toString(b)));
            }
        });
    }

    /** The same with all triggers at work, as somebody who only knows the program's own way round them. */
    void actInsideTheRules(String sql, long a) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.list("SELECT set_config('lacuna.erasing', pg_current_xact_id()::text, true)", row -> true);
            database.change(sql.replace("#a", Long.toString(a)));
        });
    }

    /** Remembers how these changes stand, in tables of its own. */
    void remember(long a, long b) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("change", "document", "log_leaf")) {
                database.change("DROP TABLE IF EXISTS remembered." + table);
                database.change("CREATE TABLE remembered." + table + " AS SELECT * FROM " + table
                        + " WHERE sequence IN (" + a + ", " + b + ")");
            }
            for (String table : List.of("log_checkpoint", "capture", "service_key", "public_file", "document_veil")) {
                database.change("DROP TABLE IF EXISTS remembered." + table);
                database.change("CREATE TABLE remembered." + table + " AS SELECT * FROM " + table);
            }
            database.change("DROP TABLE IF EXISTS remembered.shown");
            database.change(
                    "CREATE TABLE remembered.shown AS SELECT sequence FROM current_case WHERE slug = 'insiders-case'");
            database.change("DROP TABLE IF EXISTS remembered.was");
            database.change("CREATE TABLE remembered.was AS SELECT (SELECT max(sequence) FROM change) AS last,"
                    + " (SELECT max(position) FROM log_leaf) AS leaf");
        });
    }

    /** Puts back what was remembered; leaves and checkpoints that came by the rules since stay. */
    void undo(long a, long b, boolean leavesToo) {
        String those = " WHERE sequence IN (" + a + ", " + b + ") OR sequence < 1";
        withoutTriggers(() -> {
            for (String table : List.of("document", "change")) {
                database.change("DELETE FROM " + table + those + " OR sequence > (SELECT last FROM remembered.was)");
                database.change("INSERT INTO " + table + " SELECT * FROM remembered." + table);
            }
            database.change("DELETE FROM log_leaf" + those);
            if (leavesToo) {
                database.change("DELETE FROM log_leaf WHERE position > (SELECT leaf FROM remembered.was)");
            }
            database.change("INSERT INTO log_leaf SELECT * FROM remembered.log_leaf");
            for (String table : List.of("log_checkpoint", "capture", "public_file")) {
                database.change("DELETE FROM " + table + " t USING remembered." + table
                        + " r WHERE t.ctid IS NOT NULL AND " + key(table));
                database.change("INSERT INTO " + table
                        + (table.equals("public_file") ? " OVERRIDING SYSTEM VALUE" : "") + " SELECT * FROM remembered."
                        + table + " r WHERE NOT EXISTS (SELECT FROM " + table + " t WHERE " + key(table) + ")");
            }
            database.change(
                    "DELETE FROM document_veil WHERE sequence NOT IN (SELECT sequence FROM remembered.document_veil)");
            database.change("UPDATE public_case SET sequence = (SELECT sequence FROM remembered.shown)"
                    + " WHERE slug = 'insiders-case' AND ended = 9223372036854775807");
            database.change("DELETE FROM service_key WHERE id NOT IN (SELECT id FROM remembered.service_key)");
        });
    }

    private static String key(String table) {
        return switch (table) {
            case "log_checkpoint" -> "t.size = r.size";
            case "capture" -> "t.digest = r.digest";
            default -> "t.position = r.position";
        };
    }
}
