package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One PostgreSQL cluster on disk: made, started, looked at, stopped. The caller holds the folder's lock. */
final class PostgresCluster {
    static final String DATABASE = "lacuna";
    static final String ROLE = "lacuna";

    /** As in "postgres (PostgreSQL) 17.11". */
    private static final Pattern MAJOR = Pattern.compile("\\) (\\d+)");

    private static final Duration BRIEF = Duration.ofMinutes(2);
    /** Replaying the log after a crash takes as long as it takes; a limit only for what will never end. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final long PAUSE_MILLIS = 100;

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
        int found =
                Integer.parseInt(Files.readString(data.resolve("PG_VERSION")).strip());
        Matcher ours = MAJOR.matcher(must(run("postgres", BRIEF, "", "--version")));
        if (!ours.find()) {
            throw new CannotStart("The PostgreSQL in " + binaries.folder() + " does not say its version.");
        }
        int brought = Integer.parseInt(ours.group(1));
        if (found != brought) {
            throw new CannotStart("The database in " + data + " was written by PostgreSQL " + found
                    + ", this Lacuna brings PostgreSQL " + brought + ". Nothing was changed. "
                    + (found > brought
                            ? "Start the newer Lacuna that wrote it."
                            : "Start the Lacuna that wrote it, dump the database with pg_dump, and load the dump here "
                                    + "into an empty data folder."));
        }
    }

    /**
     * Makes the cluster beside its place and moves it there when it is complete. The superuser's password is thrown
     * away: Lacuna owns its database and nothing more, and {@code postgres --single} still opens the door for an
     * operator who owns the files.
     */
    void create(String password) throws IOException, InterruptedException {
        Path workshop = Files.createTempDirectory(folder, PostgresBinaries.UNFINISHED);
        Path unfinished = workshop.resolve("data");
        Path superuser = workshop.resolve("superuser");
        Secret.write(superuser);
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
        makeRoleAndDatabase(unfinished, password);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(workshop);
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

    /**
     * The server on this cluster, if one runs. A note that a crash left behind is removed: PostgreSQL itself would
     * believe it if the number of the process has since gone to a stranger.
     */
    Optional<Postmaster> running() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<Postmaster> described = Postmaster.describedIn(pidFile).filter(server -> server.runsOn(data));
        if (described.isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
        return described;
    }

    /** The running server once it takes connections; nothing if none runs or it ends before that. */
    Optional<Postmaster> ready() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        Optional<Postmaster> server = running();
        while (server.isPresent() && !server.get().ready()) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("PostgreSQL (process " + server.get().pid() + ") has been starting for "
                        + RECOVERY.toMinutes() + " minutes. Its log is in " + log + ".");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            server = running();
        }
        return server;
    }

    /**
     * Starts the server, which first recovers what a crash left, and waits until it takes connections.
     *
     * @return what was said about it, the server's own log included; its log of the time before is kept beside it
     */
    Program start(int port, Durability durability) throws IOException, InterruptedException {
        Files.writeString(data.resolve("postgresql.conf"), PostgresSettings.main(port, durability));
        Files.writeString(data.resolve("pg_hba.conf"), PostgresSettings.whoMayConnect());
        Path current = log.resolve("postgres.log");
        if (Files.exists(current)) {
            Files.move(current, log.resolve("postgres.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        Program started = run(
                "pg_ctl",
                RECOVERY.plus(BRIEF),
                "",
                "start",
                "-w",
                "-t",
                Long.toString(RECOVERY.toSeconds()),
                "-D",
                data.toString(),
                "-l",
                current.toString());
        String said = Files.exists(current) ? Files.readString(current) : "";
        return new Program(started.exitCode(), started.output() + "\n" + said);
    }

    /** Ends the server: clients are cut off, what was committed is on disk, the next start has nothing to recover. */
    void stop() throws IOException, InterruptedException {
        must(run("pg_ctl", BRIEF, "", "stop", "-w", "-m", "fast", "-t", "60", "-D", data.toString()));
    }

    private Program run(String program, Duration patience, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.program(program).toString()));
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
