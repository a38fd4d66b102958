package org.lacuna.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The processes of one visit, read from {@code /proc} (proc(5)): the driver, a child of ours, and the browser, which the
 * driver starts in a session of its own. The session is what holds them together: a process whose parent has died, or
 * which was started while others were being killed, is still in it.
 */
final class BrowserProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final String PROFILE = "--user-data-dir=";
    private static final int ROUNDS = 100;
    private static final int PAUSE_MILLIS = 20;

    private final Set<Long> strangers;
    private final Set<Long> drivers = new HashSet<>();
    private final Set<Long> sessions = new HashSet<>();
    private final Set<Path> profiles = new HashSet<>();
    private final String folder;

    /**
     * @param strangers drivers of other visits, which are none of ours
     * @param folder the visit's own; a process that names it is of the visit, wherever it has gone
     */
    BrowserProcesses(Set<Long> strangers, Path folder) {
        this.strangers = Set.copyOf(strangers);
        this.folder = folder.toString();
    }

    /** Where the driver has put the browser's profile, as far as a browser was seen. */
    synchronized Set<Path> profiles() {
        return Set.copyOf(profiles);
    }

    /** All drivers that this process has started and that still run. */
    static Set<Long> drivers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("run-driver"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** From now on nobody else's driver is taken for ours. */
    synchronized Set<Long> started() {
        drivers.addAll(drivers());
        drivers.removeAll(strangers);
        return Set.copyOf(drivers);
    }

    /** What stands in the file {@code stat} of a process. */
    private record Stat(long pid, char state, long parent, long session) {
        static Optional<Stat> of(Path folder) {
            try {
                String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
                // a program may choose its name, which stands in ( ) and may hold spaces and ) itself
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                return Optional.of(new Stat(
                        Long.parseLong(folder.getFileName().toString()),
                        fields[0].charAt(0),
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[3])));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }

    /** Those that live, zombies not counted. */
    synchronized Set<Long> alive() {
        Set<Long> roots = drivers.isEmpty() ? started() : drivers;
        List<Stat> all = all();
        all.stream()
                .filter(stat -> roots.contains(stat.parent()) && stat.session() == stat.pid())
                .forEach(stat -> {
                    sessions.add(stat.session());
                    arguments(stat.pid()).stream()
                            .filter(argument -> argument.startsWith(PROFILE))
                            .forEach(argument -> profiles.add(Path.of(argument.substring(PROFILE.length()))));
                });
        return all.stream()
                .filter(stat -> roots.contains(stat.pid())
                        || roots.contains(stat.parent())
                        || sessions.contains(stat.session()))
                .map(Stat::pid)
                .collect(Collectors.toSet());
    }

    private static List<String> arguments(long pid) {
        try {
            return List.of(Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Those that have left the session, such as a handler of crashes. */
    private Set<Long> strayed() {
        return all().stream()
                .map(Stat::pid)
                .filter(pid -> arguments(pid).stream().anyMatch(argument -> argument.contains(folder)))
                .collect(Collectors.toSet());
    }

    private static List<Stat> all() {
        try (Stream<Path> folders = Files.list(PROC)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .flatMap(folder -> Stat.of(folder).stream())
                    .filter(stat -> "ZX".indexOf(stat.state()) < 0)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * What they hold in memory, in bytes: their own pages and the shared ones they made. The program's file, mapped into
     * each of them and there once, is left out: it would count a dozen times and says nothing about the page.
     */
    long memory() {
        return alive().stream().flatMapToLong(BrowserProcesses::kilobytes).sum() * 1024;
    }

    private static LongStream kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines
                    .filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .boxed()
                    .toList()
                    .stream()
                    .mapToLong(Long::longValue);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return LongStream.empty();
        }
    }

    /** Kills them all, and those they start meanwhile. Whoever asks for it is not held up for more than seconds. */
    void kill() {
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> alive = new HashSet<>(alive());
            alive.addAll(strayed());
            if (alive.isEmpty()) {
                return;
            }
            alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                // the killing is not left half done; whoever waits next sees the interruption
                Thread.currentThread().interrupt();
            }
        }
    }
}
