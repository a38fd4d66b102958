package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.SafeFile;

/** The folder of all data and that of the embedded PostgreSQL in it, checked before anything is written there. */
final class DataFolder {
    private static final Set<String> PARTS = Set.of("postgres", "evidence", "keys", "crawlers", "bulk");

    private DataFolder() {}

    /**
     * Makes the folder if it is absent, and closes it to everybody else.
     *
     * @return its real path: one name for the locks and for PostgreSQL, whatever link a process came by
     */
    static Path prepare(Path folder) throws IOException {
        SafeFile.makeFolder(folder);
        Path place = folder.toRealPath();
        if (Machine.here().isPosix()) {
            requireOwner(place, System.getProperty("user.name"));
            if (User.isRoot()) {
                requireOpenPath(place.getParent());
            }
        }
        SafeFile.close(place);
        return place;
    }

    /**
     * Closes the folder of all data, if it is there, and what lies in it to everybody else. A folder in which an operator
     * keeps other things as well stays open, and so does what belongs to another user; ours in it are closed.
     *
     * @param data the folder that {@code lacuna.data} names
     */
    static void close(Path data) {
        if (!Files.isDirectory(data)) {
            // A process without anything to keep needs none; whoever writes first makes it, closed.
            return;
        }
        try {
            Path place = data.toRealPath();
            try (Stream<Path> inside = Files.list(place)) {
                List<Path> all = inside.toList();
                List<Path> ours = all.stream().filter(DataFolder::isOurs).toList();
                for (Path each : ours) {
                    closeIfOwned(each.toRealPath());
                }
                if (ours.size() == all.size()) {
                    closeIfOwned(place);
                }
            }
        } catch (IOException refused) {
            throw new CannotStart(
                    "The data folder " + data + " could not be closed to others: " + refused
                            + ". Does it belong to the user who starts Lacuna? Another one: LACUNA_DATA=…",
                    refused);
        }
    }

    private static boolean isOurs(Path entry) {
        return PARTS.contains(entry.getFileName().toString()) && Files.isDirectory(entry);
    }

    private static void closeIfOwned(Path folder) throws IOException {
        if (Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            SafeFile.close(folder);
        }
    }

    /** PostgreSQL refuses files of another user, and root would leave files that their owner cannot open again. */
    static void requireOwner(Path folder, String user) throws IOException {
        String owner = Files.getOwner(folder).getName();
        if (!owner.equals(user)) {
            throw new CannotStart(
                    "The data in " + folder + " belong to the user " + owner + ", and Lacuna was started by " + user
                            + ". Start it as " + owner + ", or name another folder: LACUNA_DATA=…");
        }
    }

    /** As root PostgreSQL runs without root's powers: it passes only where everybody may. */
    static void requireOpenPath(Path folder) throws IOException {
        for (Path above = folder; above != null; above = above.getParent()) {
            boolean passable = Files.getOwner(above).getName().equals("root")
                    || Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE);
            if (!passable) {
                throw new CannotStart("PostgreSQL, which gives up root's powers, cannot pass through " + above
                        + ". Start Lacuna as the user " + Files.getOwner(above)
                        + ", or name a folder elsewhere: LACUNA_DATA=…");
            }
        }
    }
}
