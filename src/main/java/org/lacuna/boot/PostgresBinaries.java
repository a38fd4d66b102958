package org.lacuna.boot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jboss.logging.Logger;
import org.lacuna.shared.Digest;

/**
 * PostgreSQL's own programs, unpacked from the class path into a folder named after the archive's digest.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {
    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);

    /** How folders begin that are moved to their place once they are complete. */
    static final String UNFINISHED = "unfinished-";

    private static final String PREFIX = "bin-";
    /** Holds the digest of the unpacked tree; what a power cut emptied or cut short no longer fits it. */
    private static final String SEAL = "sealed";

    /** Unpacks unless an intact copy is there already. The caller holds the folder's lock. */
    static PostgresBinaries unpackInto(Path parent) throws IOException {
        Machine machine = Machine.here();
        Path folder = parent.resolve(PREFIX + digestOf(machine.archive()).hex().substring(0, 16));
        if (!intact(folder)) {
            Trees.delete(folder);
            Path unfinished = Files.createTempDirectory(parent, UNFINISHED);
            unpack(machine.archive(), unfinished);
            Files.writeString(unfinished.resolve(SEAL), Trees.digest(unfinished).toString());
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder.toAbsolutePath());
    }

    /** Removes what earlier versions or interrupted starts left beside this copy. Only while no server runs from it. */
    void deleteOthers() throws IOException {
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            for (Path other : siblings.filter(path -> !path.equals(folder)).toList()) {
                String name = other.getFileName().toString();
                if (name.startsWith(PREFIX) || name.startsWith(UNFINISHED)) {
                    tryToDelete(other);
                }
            }
        }
    }

    private static void tryToDelete(Path folder) {
        try {
            Trees.delete(folder);
        } catch (IOException stillInUse) {
            LOG.debugf(stillInUse, "%s is left to the next start", folder);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(Machine.here().executable(name));
    }

    private static boolean intact(Path folder) throws IOException {
        Path seal = folder.resolve(SEAL);
        return Files.isRegularFile(seal)
                && Files.readString(seal).equals(Trees.digest(folder, SEAL).toString());
    }

    private static Digest digestOf(String archive) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (InputStream in = new DigestInputStream(open(archive), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.of(hash);
    }

    private static InputStream open(String archive) {
        return Optional.ofNullable(PostgresBinaries.class.getResourceAsStream("/" + archive))
                .orElseThrow(
                        () -> new CannotStart(
                                "This build of Lacuna brings no PostgreSQL for this machine: expected "
                                        + archive + " on the class path. Run a PostgreSQL 15 or newer yourself and set "
                                        + "QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."));
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(archive + " holds a name that leaves its folder: " + entry.getName());
                }
                place(tar, entry, target);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.getName().endsWith(".a")) {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && Machine.here().isPosix()) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
