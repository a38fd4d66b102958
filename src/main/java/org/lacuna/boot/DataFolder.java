package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the embedded PostgreSQL, checked before anything is written there. */
final class DataFolder {
    private DataFolder() {}

    /**
     * Makes the folder if it is absent, and closes it to everybody else.
     *
     * @return its real path: one name for the locks and for PostgreSQL, whatever link a process came by
     */
    static Path prepare(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            // Asked for first, because this call takes a link to a folder for a file that is in the way.
            Files.createDirectories(folder);
        }
        Path place = folder.toRealPath();
        if (Machine.here().isPosix()) {
            requireOwner(place, System.getProperty("user.name"));
            if (User.isRoot()) {
                requireOpenPath(place.getParent());
            }
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        }
        return place;
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
