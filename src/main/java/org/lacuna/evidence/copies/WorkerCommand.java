package org.lacuna.evidence.copies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lacuna.evidence.files.FileKind;

/** How a worker is started: with the least it can work with. */
final class WorkerCommand {
    /** What Java ends with when its heap is full and it was told to end then. */
    static final int OUT_OF_MEMORY = 3;

    /** 128 and the signal of the limit on processor time (SIGXCPU). */
    static final int OUT_OF_PROCESSOR_TIME = 128 + 24;

    /** A folder that nobody can make, not even root, so that nothing can be left in it. */
    private static final String NOWHERE = "/dev/null/nowhere";

    private static final Path SHELL = Path.of("/bin/sh");
    private static final long MEGABYTE = 1024 * 1024;

    /** What Java maps beside its heap: its own code, compiled code, classes, stacks, a progressive JPEG's coefficients. */
    private static final long BESIDE_THE_HEAP = 1024 * MEGABYTE;

    private WorkerCommand() {}

    static ProcessBuilder of(CopySettings settings, FileKind kind) {
        List<String> line = new ArrayList<>(limits(settings));
        line.addAll(List.of(
                java(),
                "-Xmx" + Math.max(1, settings.memory().asLongValue() / 1024) + "k",
                "-XX:+UseSerialGC",
                // it ends before the better compiler would pay: half the processor time for a page
                "-XX:TieredStopAtLevel=1",
                // pictures are large arrays, which live in the old generation
                "-XX:NewRatio=7",
                "-Xss512k",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                // standard output is for the answer
                "-XX:+DisplayVMOutputToStderr",
                // Java would write these into the folder for temporary files
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + NOWHERE,
                "-Duser.home=" + NOWHERE,
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-cp",
                WorkerClassPath.here(),
                CopyWorker.class.getName(),
                kind.word(),
                String.valueOf(settings.mostPages()),
                String.valueOf(settings.mostBytes().asLongValue())));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(Path.of(java()).getRoot().toFile());
        withoutSecrets(builder.environment());
        return builder;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java")
                .toString();
    }

    /**
     * What the shell sets before it becomes the worker: no file may get a byte, no core, twice the time in processor
     * time (should nobody be left to kill it), and an end to its memory.
     */
    static List<String> limits(CopySettings settings) {
        if (!Files.isExecutable(SHELL)) {
            return List.of();
        }
        long memory = (settings.memory().asLongValue() + BESIDE_THE_HEAP) / 1024;
        String script = "ulimit -f 0; ulimit -c 0; ulimit -t "
                + Math.max(1, 2 * settings.time().toSeconds()) + "; ulimit -v " + memory + "; exec \"$@\"";
        return List.of(SHELL.toString(), "-c", script, "copies");
    }

    /** The environment may hold the database's password and the keys' place; a worker needs none of it. */
    private static void withoutSecrets(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        environment.put("MALLOC_ARENA_MAX", "1");
        environment.put("HOME", NOWHERE);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
