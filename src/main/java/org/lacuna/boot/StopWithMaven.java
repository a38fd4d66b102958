package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code mvn quarkus:run} starts this process as its child and, told to end, waits for it without telling it: a plain
 * {@code kill} of Maven would hang, a {@code kill -9} would leave us behind. (Ctrl-C reaches both by itself.) So a child
 * of such a Maven ends when Maven has gone or has been told to go.
 */
final class StopWithMaven {
    private static final long PAUSE_MILLIS = 500;
    /** The thread in which a Java process on Linux answers SIGTERM, and which it has only from then on. */
    private static final String TOLD_TO_END = "SIGTERM handler";

    private StopWithMaven() {}

    /** Does nothing unless the parent is Maven running {@code quarkus:run}. */
    static void watch() {
        Optional<ProcessHandle> maven = ProcessHandle.current()
                .parent()
                .filter(parent -> parent.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(word -> word.endsWith("quarkus:run")));
        maven.ifPresent(parent -> {
            Thread watch = new Thread(() -> endAfter(parent), "stop-with-maven");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private static void endAfter(ProcessHandle maven) {
        try {
            while (maven.isAlive() && !isToldToEnd(maven.pid())) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            System.exit(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isToldToEnd(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.anyMatch(thread -> name(thread).equals(TOLD_TO_END));
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
