package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded PostgreSQL promises when processes are killed, or meet. */
class EmbeddedPostgresCrashTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Path FOLDER = OneCluster.FOLDER;

    @BeforeAll
    static void make_a_cluster() throws IOException {
        OneCluster.make();
    }

    @AfterEach
    void no_server_is_left_behind() {
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void a_server_killed_while_in_use_comes_back_with_every_commit() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            Database database = Database.of(postgres);
            database.run("CREATE TABLE acknowledged AS SELECT 1 AS submission");
            killServer();
            await().atMost(SOON).ignoreExceptions().until(() -> database.ask("SELECT submission FROM acknowledged")
                    .equals("1"));
        }
    }

    @Test
    void server_and_process_killed_together_recover_at_the_next_start() throws Exception {
        SecondProcess other = SecondProcess.on(FOLDER);
        String url = other.jdbcUrl();
        new Database(url, "lacuna", Files.readString(FOLDER.resolve("password")))
                .run("CREATE TABLE before_the_crash AS SELECT 1 AS row");
        other.kill();
        killServer();
        assertThat(pidFile()).exists();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(Database.of(postgres).ask("SELECT row FROM before_the_crash"))
                    .isEqualTo("1");
        }
    }

    @Test
    void the_server_of_a_killed_process_is_taken_over_and_stopped_by_the_next() throws Exception {
        SecondProcess other = SecondProcess.on(FOLDER);
        String url = other.jdbcUrl();
        long pid = server().pid();
        other.kill();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(server().pid()).isEqualTo(pid);
        }
        await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
    }

    @Test
    void who_attaches_does_not_stop_the_server_of_the_other() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            long pid = server().pid();
            try (SecondProcess command = SecondProcess.on(FOLDER)) {
                assertThat(command.jdbcUrl()).isEqualTo(postgres.jdbcUrl());
            }
            assertThat(server().pid()).isEqualTo(pid);
            assertThat(Database.of(postgres).ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void the_last_one_out_stops_the_server_whoever_started_it() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(FOLDER, Durability.DURABLE);
        Database database = Database.of(first);
        try (SecondProcess second = SecondProcess.on(FOLDER)) {
            second.jdbcUrl();
            first.close();
            assertThat(database.ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void two_first_starts_at_once_make_one_database(@TempDir Path fresh) throws Exception {
        try (SecondProcess one = SecondProcess.on(fresh);
                SecondProcess two = SecondProcess.on(fresh)) {
            List<String> urls = List.of(one.jdbcUrl(), two.jdbcUrl());
            assertThat(urls.get(0)).isEqualTo(urls.get(1));
            String password = Files.readString(fresh.resolve("password"));
            assertThat(new Database(urls.get(0), "lacuna", password).ask("SELECT current_database()"))
                    .isEqualTo("lacuna");
        }
        assertThat(fresh.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_stale_note_that_names_a_living_stranger_is_not_believed() throws IOException, SQLException {
        Files.writeString(
                pidFile(),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n"
                        .formatted(ProcessHandle.current().pid(), FOLDER.resolve("data")));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(Database.of(postgres).ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_note_that_a_power_cut_emptied_is_no_obstacle() throws IOException, SQLException {
        Files.writeString(pidFile(), "");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(Database.of(postgres).ask("SELECT 1")).isEqualTo("1");
        }
    }

    private static Path pidFile() {
        return FOLDER.resolve("data/postmaster.pid");
    }

    private static Postmaster server() throws IOException {
        return Postmaster.describedIn(pidFile()).orElseThrow();
    }

    private static void killServer() throws IOException {
        ProcessHandle server = ProcessHandle.of(server().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }
}
