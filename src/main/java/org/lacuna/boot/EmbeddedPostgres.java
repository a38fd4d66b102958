package org.lacuna.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The PostgreSQL that Lacuna brings along. Processes on one data folder share one server: the first starts it, the last
 * one out stops it. If that one dies without stopping it, the next finds it running and takes it over; if the server
 * dies, whoever uses it brings it back.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    private final Path folder;
    private final PostgresCluster cluster;
    private final PostgresStart start;
    private final DataDirectoryLock use;
    private final int port;
    private final String password;
    private volatile boolean leaving;

    private EmbeddedPostgres(
            Path folder, PostgresCluster cluster, PostgresStart start, DataDirectoryLock use, Postmaster server)
            throws IOException {
        this.folder = folder;
        this.cluster = cluster;
        this.start = start;
        this.use = use;
        this.port = server.port();
        this.password = Secret.read(secretIn(folder));
        watch(server);
    }

    /**
     * Starts the server on this folder, or attaches to the one that runs there.
     *
     * @param folder is made if absent
     * @throws CannotStart with a message for the operator
     */
    public static EmbeddedPostgres start(Path folder, Durability durability) {
        try {
            Path place = DataFolder.prepare(folder);
            try (DataDirectoryLock guard = guard(place)) {
                DataDirectoryLock use = DataDirectoryLock.tryTake(useOf(place), true)
                        .orElseThrow(() -> new IllegalStateException("this process already uses " + place));
                return startOrAttach(place, durability, use);
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

    private static EmbeddedPostgres startOrAttach(Path folder, Durability durability, DataDirectoryLock use)
            throws IOException, InterruptedException {
        try {
            PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
            PostgresCluster cluster = new PostgresCluster(folder, binaries);
            PostgresStart start = new PostgresStart(cluster, folder.resolve("port"), durability);
            makeIfAbsent(cluster, secretIn(folder));
            Optional<Postmaster> running = cluster.ready();
            if (running.isEmpty()) {
                binaries.deleteOthers();
            }
            Postmaster server = running.isPresent() ? running.get() : start.onAnyPort();
            return new EmbeddedPostgres(folder, cluster, start, use, server);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            use.close();
            throw failed;
        }
    }

    private static void makeIfAbsent(PostgresCluster cluster, Path secret) throws IOException, InterruptedException {
        if (!cluster.exists()) {
            Secret.write(secret);
            cluster.create(Secret.read(secret));
        } else if (Files.notExists(secret)) {
            throw new CannotStart("The database is there, but its password is not: expected the file " + secret
                    + ". Bring it back from a backup of the folder.");
        }
        cluster.requireOurVersion();
    }

    /** Without the password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.DATABASE;
    }

    /** The role that owns the database and is no superuser. */
    public String username() {
        return PostgresCluster.ROLE;
    }

    public String password() {
        return password;
    }

    private void watch(Postmaster server) {
        ProcessHandle.of(server.pid()).ifPresent(process -> process.onExit().thenRunAsync(this::bringBack));
    }

    private void bringBack() {
        if (leaving) {
            return;
        }
        try (DataDirectoryLock guard = guard(folder)) {
            if (leaving) {
                return;
            }
            LOG.warn("PostgreSQL ended while it was in use; it is started again and recovers.");
            Optional<Postmaster> server = cluster.ready();
            watch(server.isPresent() ? server.get() : start.again(port));
        } catch (IOException | CannotStart failed) {
            LOG.error("PostgreSQL could not be started again; stop Lacuna and look at " + folder, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves, and stops the server if nobody else uses it. */
    @Override
    public void close() {
        leaving = true;
        try (DataDirectoryLock guard = guard(folder)) {
            use.close();
            Optional<DataDirectoryLock> alone = DataDirectoryLock.tryTake(useOf(folder), false);
            if (alone.isPresent()) {
                try (DataDirectoryLock lastOut = alone.get()) {
                    stopIfRunning();
                }
            }
        } catch (IOException broken) {
            throw new CannotStart("The embedded PostgreSQL in " + folder + " could not be stopped: " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopIfRunning() throws IOException, InterruptedException {
        if (cluster.running().isPresent()) {
            cluster.stop();
        }
    }

    /** Held by whoever starts or stops the server. */
    private static DataDirectoryLock guard(Path folder) throws IOException, InterruptedException {
        return DataDirectoryLock.takeAlone(folder.resolve("guard.lock"));
    }

    /** Held, shared, by everybody who uses the server. */
    private static Path useOf(Path folder) {
        return folder.resolve("use.lock");
    }

    private static Path secretIn(Path folder) {
        return folder.resolve("password");
    }
}
