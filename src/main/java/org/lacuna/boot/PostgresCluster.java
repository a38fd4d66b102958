package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL cluster on disk: made, started, looked at, stopped. The caller holds the folder's lock. */
final class PostgresCluster {
    static final String DATABASE = "lacuna";
    static final String ROLE = "lacuna";

    private static final Duration BRIEF = Duration.ofMinutes(2);
    /** Replaying the log after a crash takes as long as it takes; a limit only for what will never end. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private final Path folder;
    private final Path data;
    private final Path log;
    private final PostgresBinaries binaries;

    PostgresCluster(Path folder, PostgresBinaries binaries) throws IOException {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.log = Files.createDirectories(folder.resolve("log"));
        this.binaries = binaries;
    }

    boolean exists() {
        return Files.isRegularFile(data.resolve("PG_VERSION"));
    }

    /** Refuses a cluster of another major version: its files mean something else. */
    void requireOurVersion() throws IOException, InterruptedException {
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        // "postgres (PostgreSQL) 17.11"
        String ours = must(run("postgres", BRIEF, "", "--version")).replaceAll("^.*\\) (\\d+).*$", "$1");
        if (!found.equals(ours)) {
            boolean newer = Double.parseDouble(found) > Double.parseDouble(ours);
            throw new CannotStart(
                    "The database in %s was written by PostgreSQL %s, this Lacuna brings PostgreSQL %s. %s"
                            .formatted(
                                    data,
                                    found,
                                    ours,
                                    newer
                                            ? "Start the newer Lacuna that wrote it. Nothing was changed."
                                            : "Start the Lacuna that wrote it, dump the database with pg_dump %s, and load it into an empty data folder. Nothing was changed."
                                                    .formatted(found)));
        }
    }

    /**
     * Makes the cluster beside its place and moves it there when it is complete. The superuser's password is thrown
     * away: Lacuna owns its database and nothing more, and {@code postgres --single} still opens the door for an
     * operator who owns the files.
     */
    void create(String password) throws IOException, InterruptedException {
        Path unfinished = folder.resolve("data.new");
        Path superuser = folder.resolve("superuser");
        Trees.delete(unfinished);
        Secret.write(superuser);
        try {
            must(run(
                    "initdb",
                    BRIEF,
                    "",
                    "--pgdata=" + unfinished,
                    "--username=postgres",
                    "--pwfile=" + superuser,
                    "--auth=scram-sha-256",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(superuser);
        }
        makeRoleAndDatabase(unfinished, password);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without a server, and with the password on standard input: it shows on no command line and in no log. */
    private void makeRoleAndDatabase(Path unfinished, String password) throws IOException, InterruptedException {
        String oneStatementPerLine = """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                CREATE DATABASE %3$s OWNER %1$s;
                """.formatted(ROLE, password, DATABASE);
        String answer = must(run(
                "postgres",
                BRIEF,
                oneStatementPerLine,
                "--single",
                "-c",
                "log_min_error_statement=panic",
                "-D",
                unfinished.toString(),
                "postgres"));
        // The program ends well even if its statements did not.
        if (answer.contains("ERROR:") || answer.contains("FATAL:")) {
            throw new CannotStart("PostgreSQL refused to make its database: " + answer);
        }
    }

    /** The server on this cluster, if one runs; the note that a crash left behind is removed. */
    Optional<Postmaster> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<Postmaster> described = Postmaster.describedIn(pidFile);
        if (described.isPresent() && !described.get().runsOn(data)) {
            Files.delete(pidFile);
            return Optional.empty();
        }
        return described;
    }

    /** Starts the server, which first recovers what a crash left, and waits until it takes connections. */
    Program start(int port, Durability durability) throws IOException, InterruptedException {
        Files.writeString(data.resolve("postgresql.conf"), PostgresSettings.main(port, durability));
        Files.writeString(data.resolve("pg_hba.conf"), PostgresSettings.whoMayConnect());
        Path first = log.resolve("start.log");
        Files.deleteIfExists(first);
        String seconds = Long.toString(RECOVERY.toSeconds());
        Program started = run(
                "pg_ctl",
                RECOVERY.plus(BRIEF),
                "",
                "start",
                "-w",
                "-t",
                seconds,
                "-D",
                data.toString(),
                "-l",
                first.toString());
        return new Program(
                started.exitCode(), started.output() + "\n" + (Files.exists(first) ? Files.readString(first) : ""));
    }

    /** Ends the server: clients are cut off, what was committed is on disk, the next start has nothing to recover. */
    void stop() throws IOException, InterruptedException {
        must(run("pg_ctl", BRIEF, "", "stop", "-w", "-m", "fast", "-t", "60", "-D", data.toString()));
    }

    private Program run(String program, Duration patience, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(List.of(binaries.program(program).toString()));
        command.addAll(List.of(arguments));
        return Program.run(log, patience, input, command);
    }

    private static String must(Program program) {
        if (!program.succeeded()) {
            throw new CannotStart(
                    "PostgreSQL did not do as told (exit code " + program.exitCode() + "): " + program.output());
        }
        return program.output();
    }
}
