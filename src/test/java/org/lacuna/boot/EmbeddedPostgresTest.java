package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded PostgreSQL promises in quiet times. One cluster serves all tests; each starts and stops it. */
class EmbeddedPostgresTest {
    private static final Path FOLDER = OneCluster.FOLDER;

    @BeforeAll
    static void make_a_cluster() throws IOException {
        OneCluster.make();
    }

    @AfterAll
    static void no_server_is_left_behind() throws IOException {
        assertThat(FOLDER.resolve("data/postmaster.pid")).doesNotExist();
        try (Stream<Path> left = Files.list(FOLDER)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("unfinished-") || name.contains("superuser"));
        }
    }

    @Test
    void the_password_and_all_data_are_for_their_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(FOLDER.resolve("password"))).matches("[0-9a-f]{64}");
    }

    @Test
    void a_password_file_that_others_may_read_is_closed_again() throws IOException {
        Path password = FOLDER.resolve("password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        EmbeddedPostgres.start(FOLDER, Durability.DURABLE).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
    }

    @Test
    void nobody_connects_without_the_password_and_the_superuser_not_at_all() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            Database right = Database.of(postgres);
            for (String wrong : new String[] {"", "wrong"}) {
                assertThatThrownBy(() -> new Database(right.url(), right.user(), wrong).ask("SELECT 1"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> new Database(right.url(), "postgres", right.password()).ask("SELECT 1"))
                    .hasMessageContaining("pg_hba.conf");
        }
    }

    @Test
    void a_commit_is_durable_and_pages_carry_checksums() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            Database database = Database.of(postgres);
            for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
                assertThat(database.ask("SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(database.ask("SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(database.ask("SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(database.ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThat(database.ask("SELECT lower('ÄÉЖ')")).isEqualTo("äéж");
        }
    }

    @Test
    void what_was_written_is_there_after_a_restart_and_on_the_same_port() throws SQLException {
        String before;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            before = postgres.jdbcUrl();
            Database.of(postgres).run("CREATE TABLE kept AS SELECT '六四' AS text");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(postgres.jdbcUrl()).isEqualTo(before);
            assertThat(Database.of(postgres).ask("SELECT text FROM kept")).isEqualTo("六四");
        }
    }

    @Test
    void a_command_that_reaches_the_folder_by_another_name_finds_the_same_server(@TempDir Path elsewhere)
            throws IOException, SQLException, InterruptedException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("lacuna"), FOLDER);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(link, Durability.DURABLE)) {
            String started = Files.readString(FOLDER.resolve("data/postmaster.pid"));
            PostgresCluster asSeenByACommand = new PostgresCluster(FOLDER, PostgresBinaries.unpackInto(FOLDER));
            assertThat(asSeenByACommand.ready()).isPresent();
            assertThat(FOLDER.resolve("data/postmaster.pid")).hasContent(started);
            PostgresCluster byTheLink = new PostgresCluster(link, PostgresBinaries.unpackInto(FOLDER));
            assertThat(byTheLink.running()).as("whatever name a caller uses").isPresent();
            assertThat(Database.of(server).ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void when_its_port_is_taken_it_moves_to_another() throws IOException, SQLException {
        int port = Integer.parseInt(Files.readString(FOLDER.resolve("port")));
        try (ServerSocket stranger = new ServerSocket()) {
            stranger.setReuseAddress(true);
            stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
                assertThat(URI.create(postgres.jdbcUrl().substring("jdbc:".length()))
                                .getPort())
                        .isNotEqualTo(port);
                assertThat(Database.of(postgres).ask("SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void its_log_names_starts_and_stops_and_never_what_people_wrote() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            Database database = Database.of(postgres);
            assertThatThrownBy(() -> database.run("SELECT 'they called my mother'::integer"))
                    .hasMessageContaining("my mother");
            assertThatThrownBy(() -> database.run("SELECT * FROM they_called_my_mother"))
                    .isInstanceOf(SQLException.class);
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(FOLDER.resolve("log"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all)
                .contains("ready to accept connections")
                .contains("is shut down")
                .doesNotContain("mother");
    }

    @Test
    void programs_that_were_cut_short_are_unpacked_again() throws IOException, SQLException {
        Path program = PostgresBinaries.unpackInto(FOLDER).program("postgres");
        Files.delete(program);
        Files.write(program, new byte[10]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER, Durability.DURABLE)) {
            assertThat(Database.of(postgres).ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_of_a_newer_version_is_refused_with_the_way_out() throws IOException {
        Path version = FOLDER.resolve("data/PG_VERSION");
        String ours = Files.readString(version);
        try {
            Files.writeString(version, "99\n");
            assertThatThrownBy(() -> EmbeddedPostgres.start(FOLDER, Durability.DURABLE))
                    .asInstanceOf(throwable(CannotStart.class))
                    .hasMessageContaining("written by PostgreSQL 99")
                    .hasMessageContaining("brings PostgreSQL " + ours.strip())
                    .hasMessageContaining("Start the newer Lacuna")
                    .hasMessageContaining("Nothing was changed");
        } finally {
            Files.writeString(version, ours);
        }
    }

    @Test
    void a_folder_that_lost_its_password_is_refused_with_the_way_out() throws IOException {
        Path password = FOLDER.resolve("password");
        Path away = FOLDER.resolve("away");
        Files.move(password, away);
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(FOLDER, Durability.DURABLE))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(password.toString())
                    .hasMessageContaining("backup");
            assertThat(password).doesNotExist();
        } finally {
            Files.move(away, password);
        }
    }
}
