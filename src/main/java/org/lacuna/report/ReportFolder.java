package org.lacuna.report;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/**
 * One folder under {@code reports/}.
 *
 * @param definition {@code report.yaml}
 * @param page {@code page.html}, a Qute template of the report's article
 */
record ReportFolder(String name, TextFile definition, TextFile page) {
    /** Looks for a file that is always there, since not every class loader finds folders. */
    private static final String ALWAYS_THERE = "reports/restrictions-by-month/report.yaml";

    /** All folders that were built in, by name. */
    static List<ReportFolder> onClassPath() {
        List<ReportFolder> folders = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    ALWAYS_THERE, file -> folders.addAll(in(file.getParent().getParent())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (folders.isEmpty()) {
            throw new IllegalStateException("expected " + ALWAYS_THERE + " in this build, found none; build it again");
        }
        return folders;
    }

    /** All folders in this one, by name. */
    static List<ReportFolder> in(Path reports) {
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(Files::isDirectory)
                    .map(ReportFolder::of)
                    .sorted(Comparator.comparing(ReportFolder::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ReportFolder of(Path folder) {
        String name = folder.getFileName().toString().replace("/", "");
        return new ReportFolder(name, file(folder, name, "report.yaml"), file(folder, name, "page.html"));
    }

    private static TextFile file(Path folder, String name, String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            throw new InvalidFile(
                    "reports/" + name, "expected the file " + file + ", found none", "Add it, or remove the folder");
        }
        return TextFile.read(path);
    }
}
