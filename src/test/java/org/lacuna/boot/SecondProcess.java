package org.lacuna.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that uses an embedded PostgreSQL until it is told to leave, or killed. */
final class SecondProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private SecondProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static SecondProcess on(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new SecondProcess(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        SecondProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Runs in the other process: says where the database is, then waits for its input to end. */
    public static void main(String... folder) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(folder[0]), Durability.DURABLE)) {
            System.out.println(postgres.jdbcUrl());
            while (System.in.read() >= 0) {}
        }
    }

    /** Where it found the database, once it has. */
    String jdbcUrl() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the other process ended before it said where its database is");
        }
        return line;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it leave in good order. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the other process did not leave");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
