package org.lacuna.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program, as tests start it beside themselves. */
final class Packaged {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private Packaged() {}

    /**
     * The command that runs it with these words. It lives for a minute at most, on cores that others need: the second
     * compiler of the Java machine (C2) would take more than it gives, and so would threads that collect beside it.
     */
    static List<String> command(List<String> settings, String... words) {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(settings);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** With the memory that one of several needs. */
    static List<String> small(String... words) {
        return command(List.of("-Xmx256m"), words);
    }
}
