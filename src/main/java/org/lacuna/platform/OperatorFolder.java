package org.lacuna.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** The folder of an operator's own definitions, which need not be there. */
final class OperatorFolder {
    static final String IMPORTED = "imported";
    private static final String ENDING = ".yaml";

    /** The list of what to watch is the build's own; one here would be read by nobody. Feeds are no platforms. */
    private static final Set<String> NO_DEFINITIONS = Set.of("watchlist.yaml", "feeds.yaml");

    /** A definition has a few kilobytes, all of WhatsMyName some hundred. */
    private static final long LONGEST = 3_000_000;

    private final Path folder;

    OperatorFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param own definitions, by name
     * @param imported files that hold many, by name
     * @param unreadable a complaint about each file that could not even be read
     */
    record Content(List<TextFile> own, List<TextFile> imported, List<InvalidFile> unreadable) {
        /** The same for the same bytes in the same files, whatever their times. */
        Digest digest() {
            StringBuilder all = new StringBuilder();
            Stream.concat(own.stream(), imported.stream()).forEach(file -> all.append(file.name())
                    .append(' ')
                    .append(Digest.of(file.text()))
                    .append('\n'));
            unreadable.forEach(complaint -> all.append(complaint.getMessage()).append('\n'));
            return Digest.of(all.toString());
        }
    }

    Content read() {
        List<InvalidFile> unreadable = new ArrayList<>();
        return new Content(
                read(folder, unreadable), read(folder.resolve(IMPORTED), unreadable), List.copyOf(unreadable));
    }

    /** Size and time of every file: as long as they are the same, nothing need be read. */
    Map<Path, String> stamps() {
        Map<Path, String> stamps = new TreeMap<>();
        Stream.of(folder, folder.resolve(IMPORTED))
                .flatMap(each -> files(each).stream())
                .forEach(file -> {
                    try {
                        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
                        stamps.put(file, seen.size() + " " + seen.lastModifiedTime() + " " + seen.fileKey());
                    } catch (IOException gone) {
                        stamps.put(file, "unreadable");
                    }
                });
        return stamps;
    }

    private List<TextFile> read(Path from, List<InvalidFile> unreadable) {
        List<TextFile> texts = new ArrayList<>();
        for (Path file : files(from)) {
            try {
                if (Files.size(file) > LONGEST) {
                    throw new InvalidFile(
                            file + ":1",
                            "expected at most " + LONGEST + " bytes, found " + Files.size(file),
                            "Split it or take it away");
                }
                texts.add(TextFile.of(from + "/" + file.getFileName(), Files.readAllBytes(file)));
            } catch (InvalidFile wrong) {
                unreadable.add(wrong);
            } catch (IOException | UncheckedIOException refused) {
                unreadable.add(new InvalidFile(
                        file + ":1",
                        "expected a file that can be read, found "
                                + refused.getClass().getSimpleName(),
                        "Let the user who runs Lacuna read it"));
            }
        }
        return texts;
    }

    /** Editors keep drafts in hidden files. */
    private static List<Path> files(Path from) {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(from)) {
            return all.filter(file -> isDefinition(file.getFileName().toString()) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException refused) {
            return List.of(from);
        }
    }

    private static boolean isDefinition(String name) {
        return name.endsWith(ENDING) && !name.startsWith(".") && !NO_DEFINITIONS.contains(name);
    }
}
