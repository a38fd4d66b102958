package org.lacuna.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process. PostgreSQL is up before the application, because datasource, Flyway and Quartz connect while it starts;
 * and it goes down after the application, because what is under way there still writes.
 */
@QuarkusMain
public final class Lacuna {
    private static final int FAILED = 1;
    private static final int SECONDS_TO_STOP = 60;
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    /** Held while the application starts; static, because whoever knows that it is up is made by the container. */
    private static volatile Optional<StartTurn> turn = Optional.empty();

    /** Counted down when nothing of ours uses the database any more. */
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean leaving;
    private volatile EmbeddedPostgres postgres;
    private int exitCode;

    private Lacuna() {}

    /** Without words it serves; {@code --help} lists the others. */
    public static void main(String... words) {
        String[] wanted = words.length == 0 ? new String[] {"serve"} : words;
        CommandLineReader reader =
                ServiceLoader.load(CommandLineReader.class).findFirst().orElseThrow();
        OptionalInt answered = reader.answer(wanted);
        System.exit(answered.isPresent() ? answered.getAsInt() : new Lacuna().run(reader.serves(wanted), wanted));
    }

    private int run(boolean serves, String... words) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "leave"));
        try {
            StopWithMaven.watch();
            LaunchSettings.decide(prepare(serves));
            turn = Optional.of(takeTurn());
            if (!leaving) {
                Quarkus.run(RunCommand.class, this::applicationEnded, words);
            }
        } catch (CannotStart reason) {
            explain(reason);
        } finally {
            started();
            ended.countDown();
        }
        return exitCode;
    }

    /** The application is up, or will not be: the next one may start. */
    static void started() {
        turn.ifPresent(StartTurn::close);
    }

    private StartTurn takeTurn() {
        ExternalPostgres database = postgres == null
                ? SettingsBeforeStart.read().database().orElseThrow()
                : new ExternalPostgres(
                        postgres.jdbcUrl(), Optional.of(postgres.username()), Optional.of(postgres.password()));
        return StartTurn.take(database.url(), database.properties(), LONGEST_TURN, () -> leaving);
    }

    private Map<String, String> prepare(boolean serves) {
        SettingsBeforeStart before = SettingsBeforeStart.read();
        DataFolder.close(before.data());
        Map<String, String> settings = new HashMap<>(serves ? Map.of() : forACommand());
        if (before.database().isPresent()) {
            ExternalPostgres theirs = before.database().get();
            theirs.requireUsable();
            theirs.password().ifPresent(password -> settings.put("quarkus.datasource.password", password));
        } else {
            postgres = EmbeddedPostgres.start(before.data().resolve("postgres"), Durability.DURABLE);
            settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
            settings.put("quarkus.datasource.username", postgres.username());
            settings.put("quarkus.datasource.password", postgres.password());
        }
        return settings;
    }

    /** No listener, no jobs, and standard output belongs to the command's result. */
    private static Map<String, String> forACommand() {
        return Map.of(
                "lacuna.serving", "false",
                "quarkus.http.host-enabled", "false",
                "quarkus.scheduler.enabled", "false",
                "quarkus.log.level", "WARN",
                "quarkus.log.console.stderr", "true");
    }

    private void applicationEnded(int code, Throwable cause) {
        exitCode = code;
        if (cause != null) {
            explain(cause);
        }
    }

    private void explain(Throwable cause) {
        exitCode = FAILED;
        System.err.println(StartFailure.explain(cause));
    }

    /** Runs when the process ends, for whatever reason short of kill -9. */
    private void leave() {
        leaving = true;
        try {
            boolean inTime = ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("The application did not stop within " + SECONDS_TO_STOP
                        + " seconds; the database stops now and loses nothing that was committed.");
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
