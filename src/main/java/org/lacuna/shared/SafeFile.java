package org.lacuna.shared;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a file so that after a crash it is there whole or not at all: into a neighbour, to the disk, renamed, and the
 * folders' own entries to the disk as well. Files and folders are made for their owner alone (0600, 0700) where the file
 * system knows owners.
 */
public final class SafeFile {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private SafeFile() {}

    /** Writes a file, in the place of one that may be there; missing folders are made. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path place = file.toAbsolutePath();
        Path draft = draft(place, bytes);
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(place.getParent());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Writes a file unless there is one, even if somebody else makes it at the same moment; either way it is whole and on
     * the disk when this returns.
     */
    public static void writeOnce(Path file, byte[] bytes) throws IOException {
        Path place = file.toAbsolutePath();
        Path draft = draft(place, bytes);
        try {
            Files.createLink(place, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // Then theirs stands.
        } finally {
            Files.deleteIfExists(draft);
            force(place.getParent());
        }
    }

    /** Makes a folder and those above it that are missing; those that are there stay as they are. */
    public static void makeFolder(Path folder) throws IOException {
        Path place = folder.toAbsolutePath();
        if (Files.isDirectory(place)) {
            return;
        }
        makeFolder(place.getParent());
        try {
            Files.createDirectory(place, forItsOwner(place.getParent(), FOLDER));
        } catch (FileAlreadyExistsException taken) {
            if (!Files.isDirectory(place)) {
                throw taken;
            }
        }
        force(place.getParent());
    }

    /** Makes an empty file; missing folders are made, and its name is on the disk when this returns. */
    public static void makeFile(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        makeFolder(place.getParent());
        Files.createFile(place, forItsOwner(place.getParent(), FILE));
        force(place.getParent());
    }

    /** Renames a file within its folder for good; one of the new name is replaced. */
    public static void rename(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.toAbsolutePath().getParent());
    }

    /** Takes from everybody but the owner the right to open this file or folder, if they have gained it. */
    public static void close(Path fileOrFolder) throws IOException {
        Set<PosixFilePermission> wanted = Files.isDirectory(fileOrFolder) ? FOLDER : FILE;
        if (knowsOwners(fileOrFolder)
                && !Files.getPosixFilePermissions(fileOrFolder, LinkOption.NOFOLLOW_LINKS)
                        .equals(wanted)) {
            Files.setPosixFilePermissions(fileOrFolder, wanted);
        }
    }

    private static Path draft(Path place, byte[] bytes) throws IOException {
        makeFolder(place.getParent());
        // 0600 from the first moment on: that is how the platform makes temporary files.
        Path draft = Files.createTempFile(place.getParent(), "writing-", ".tmp");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
            return draft;
        } catch (IOException failed) {
            Files.deleteIfExists(draft);
            throw failed;
        }
    }

    private static void force(Path folder) throws IOException {
        // Windows has no way to open a folder, and its file systems keep the order by themselves
        if (knowsOwners(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] forItsOwner(Path where, Set<PosixFilePermission> rights) {
        return knowsOwners(where)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
