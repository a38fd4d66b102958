package org.lacuna.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs to its end. PostgreSQL refuses to run as root; there we step into a user namespace
 * of our own, where the same files belong to the same process and it is nobody in particular.
 *
 * @param exitCode what the program returned
 * @param output all it printed
 */
record Program(int exitCode, String output) {
    /** Without a mapping root appears as the overflow user, {@code nobody}, whom initdb finds in every /etc/passwd. */
    private static final List<String> AS_NOBODY = List.of("unshare", "--user", "--");

    /**
     * @param scratch where the output is gathered: a file, because a server left behind would keep a pipe open
     * @param input what the program reads, for what must not stand on its command line
     */
    static Program run(Path scratch, Duration patience, String input, List<String> command)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(User.isRoot() ? AS_NOBODY : List.of());
        line.addAll(command);
        Path output = Files.createTempFile(scratch, "output-", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            clean(builder.environment());
            Process process = start(builder);
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotStart(command.get(0) + " did not end within " + patience.toSeconds() + " seconds.");
            }
            return refuseWithoutNamespace(
                    new Program(process.exitValue(), Files.readString(output).strip()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Some containers and hardened machines do not let even root make a user namespace. */
    static Program refuseWithoutNamespace(Program ended) {
        if (ended.output().startsWith("unshare:")) {
            throw new CannotStart("PostgreSQL refuses to run as root, and stepping out of root's powers failed here ("
                    + ended.output() + "). Start Lacuna as an ordinary user, or run a PostgreSQL 15 or newer yourself "
                    + "and set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and "
                    + "QUARKUS_DATASOURCE_PASSWORD.");
        }
        return ended;
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException absent) {
            if (!User.isRoot()) {
                throw absent;
            }
            throw new CannotStart(
                    "PostgreSQL refuses to run as root, and the program unshare (package util-linux), which lets it run "
                            + "without root's powers, was not found. Start Lacuna as an ordinary user.",
                    absent);
        }
    }

    /** What the caller's shell wants of some other PostgreSQL, or of its language, is not for ours. */
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
