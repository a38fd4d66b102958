package org.lacuna.publication.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lacuna.shared.SafeFile;

/** The folder of all sets: one folder each, whole or not there. */
@ApplicationScoped
class Shelf {
    private static final String DRAFT = ".making-";
    private static final Pattern SET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d+(-r\\d+)?");

    private final Path folder;

    Shelf(BulkSettings settings) {
        this.folder = settings.folder();
    }

    Path file(String set, String name) {
        return folder.resolve(set).resolve(name);
    }

    Path draft(String set) throws IOException {
        Path draft = folder.resolve(DRAFT + set);
        SafeFile.makeFolder(draft);
        return draft;
    }

    /** Puts a finished draft in its place, for good. */
    void place(String set) throws IOException {
        SafeFile.rename(folder.resolve(DRAFT + set), folder.resolve(set));
    }

    void remove(String set) {
        removeAll(folder.resolve(DRAFT + set));
        removeAll(folder.resolve(set));
    }

    /** Removes what a maker that died left behind; only by whoever has the turn to make sets. */
    void sweep(Set<String> kept) {
        for (Path each : inside()) {
            String name = each.getFileName().toString();
            if (name.startsWith(DRAFT) || SET.matcher(name).matches() && !kept.contains(name)) {
                removeAll(each);
            }
        }
    }

    private List<Path> inside() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read " + folder, unreadable);
        }
    }

    /** A reader who is being sent the file would get the rest of it, however long that takes; so the bytes go first. */
    private static void empty(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            FileChannel.open(file, StandardOpenOption.WRITE).truncate(0).close();
        }
    }

    private static void removeAll(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                empty(each);
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException gone) {
            // somebody who shares the folder was faster
        } catch (IOException refused) {
            throw new UncheckedIOException("could not remove " + place, refused);
        }
    }
}
