package org.lacuna.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The PostgreSQL that Lacuna brings along. Processes on one data folder share one server: the first starts it, the last
 * one out stops it, and if that one dies the next finds it running and takes it over.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 500;

    private final Path folder;
    private final PostgresCluster cluster;
    private final DataDirectoryLock use;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Path folder, PostgresCluster cluster, DataDirectoryLock use, int port, String password) {
        this.folder = folder;
        this.cluster = cluster;
        this.use = use;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on this folder, or attaches to the one that runs there.
     *
     * @param folder is made if absent
     * @throws CannotStart with a message for the operator
     */
    public static EmbeddedPostgres start(Path folder, Durability durability) {
        try {
            Path place = prepare(folder.toAbsolutePath().normalize());
            try (DataDirectoryLock guard = guard(place)) {
                return startGuarded(place, durability);
            }
        } catch (IOException broken) {
            throw new CannotStart(
                    "The embedded PostgreSQL in " + folder + " could not be started: " + broken
                            + ". Does the folder belong to the user who starts Lacuna, and is there room on the disk?",
                    broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the embedded PostgreSQL was starting.", interrupted);
        }
    }

    private static EmbeddedPostgres startGuarded(Path folder, Durability durability)
            throws IOException, InterruptedException {
        DataDirectoryLock use = DataDirectoryLock.take(folder.resolve("use.lock"), true);
        try {
            PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
            PostgresCluster cluster = new PostgresCluster(folder, binaries);
            Path secret = folder.resolve("password");
            if (cluster.exists()) {
                cluster.requireOurVersion();
                if (Files.notExists(secret)) {
                    throw new CannotStart("The database in " + folder + " is there, but its password is not: expected "
                            + secret + ". Bring it back from a backup of the folder.");
                }
            } else {
                Secret.write(secret);
                cluster.create(Secret.read(secret));
            }
            Optional<Postmaster> running = cluster.running();
            if (running.isEmpty()) {
                binaries.deleteOthers();
                startServer(cluster, folder.resolve("port"), durability);
                running = cluster.running();
            }
            int port = running.orElseThrow().port();
            return new EmbeddedPostgres(folder, cluster, use, port, Secret.read(secret));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            use.close();
            throw failed;
        }
    }

    private static void startServer(PostgresCluster cluster, Path remembered, Durability durability)
            throws IOException, InterruptedException {
        int port = Files.exists(remembered)
                ? Integer.parseInt(Files.readString(remembered).strip())
                : freePort();
        for (int attempt = 1; ; attempt++) {
            Program started = cluster.start(port, durability);
            if (started.succeeded()) {
                Files.writeString(remembered, Integer.toString(port));
                return;
            }
            boolean portTaken = started.output().contains("could not bind");
            // After a kill -9 of the server its children need a moment to notice and let go of the shared memory.
            boolean childrenLeft = started.output().contains("shared memory");
            if (attempt == TRIES || !(portTaken || childrenLeft)) {
                throw new CannotStart("PostgreSQL could not be started: " + started.output());
            }
            port = portTaken ? freePort() : port;
            Thread.sleep(childrenLeft ? PAUSE_MILLIS : 0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path prepare(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Machine.here().isPosix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static DataDirectoryLock guard(Path folder) throws IOException, InterruptedException {
        return DataDirectoryLock.take(folder.resolve("guard.lock"), false);
    }

    /** Without the password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.DATABASE;
    }

    public String username() {
        return PostgresCluster.ROLE;
    }

    public String password() {
        return password;
    }

    /** Leaves, and stops the server if nobody else uses it. */
    @Override
    public void close() {
        try (DataDirectoryLock guard = guard(folder)) {
            use.close();
            Optional<DataDirectoryLock> alone = DataDirectoryLock.tryTake(folder.resolve("use.lock"), false);
            if (alone.isPresent()) {
                try (DataDirectoryLock lastOut = alone.get()) {
                    if (cluster.running().isPresent()) {
                        cluster.stop();
                    }
                }
            }
        } catch (IOException broken) {
            throw new CannotStart("The embedded PostgreSQL in " + folder + " could not be stopped: " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
