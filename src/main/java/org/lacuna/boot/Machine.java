package org.lacuna.boot;

import java.util.Locale;

/**
 * The machine we run on, as the PostgreSQL archives call it.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param processor {@code x86_64} or {@code arm_64}
 */
record Machine(String system, String processor) {
    static Machine here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Machine of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
        String processor =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return new Machine(system, processor);
    }

    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }

    String executable(String program) {
        return isPosix() ? program : program + ".exe";
    }

    boolean isPosix() {
        return !system.equals("windows");
    }
}
