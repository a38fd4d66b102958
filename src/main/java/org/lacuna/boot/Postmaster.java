package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A running PostgreSQL, as its {@code postmaster.pid} describes it.
 *
 * @param pid of the process
 * @param port on 127.0.0.1
 * @param ready whether it takes connections by now
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final int LINE_OF_PORT = 3;
    private static final int LINE_OF_STATUS = 7;

    /** What the file says, whether or not it is true; nothing if there is no such file or it is not finished. */
    static Optional<Postmaster> describedIn(Path pidFile) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        try {
            boolean ready = lines.size() > LINE_OF_STATUS
                    && lines.get(LINE_OF_STATUS).strip().equals("ready");
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(LINE_OF_PORT).strip()),
                    ready));
        } catch (NumberFormatException | IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    /**
     * Whether the process is there and is a PostgreSQL on this folder. After a crash or a restart of the machine or the
     * container the number may belong to a stranger, for whom PostgreSQL itself would refuse to start.
     */
    boolean runsOn(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info -> info.command().map(Postmaster::isPostgres).orElse(true))
                .filter(info -> info.arguments()
                        .map(all -> Arrays.stream(all).anyMatch(argument -> names(data, argument)))
                        .orElse(true))
                .isPresent();
    }

    /** The folder may have been named by another path, as through a link or a second mount. */
    private static boolean names(Path data, String argument) {
        try {
            return Files.isSameFile(data, Path.of(argument));
        } catch (IOException | InvalidPathException noFolder) {
            return false;
        }
    }

    private static boolean isPostgres(String command) {
        // A server whose programs were deleted beneath it runs on as "postgres (deleted)".
        return Path.of(command).getFileName().toString().startsWith("postgres");
    }
}
