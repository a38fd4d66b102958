package org.lacuna.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Brings a cluster to where it takes connections, past what an earlier crash may have left in the way. */
final class PostgresStart {
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 500;

    private final PostgresCluster cluster;
    /** Keeps the number of the port from one start to the next. */
    private final Path remembered;

    private final Durability durability;

    PostgresStart(PostgresCluster cluster, Path remembered, Durability durability) {
        this.cluster = cluster;
        this.remembered = remembered;
        this.durability = durability;
    }

    /** Starts the server on the port it had before, or on a free one if that is taken by now. */
    Postmaster onAnyPort() throws IOException, InterruptedException {
        int port = Files.exists(remembered)
                ? Integer.parseInt(Files.readString(remembered).strip())
                : freePort();
        return start(port, true);
    }

    /** Starts the server on this port and no other, because clients know it by that. */
    Postmaster again(int port) throws IOException, InterruptedException {
        return start(port, false);
    }

    private Postmaster start(int wanted, boolean mayMove) throws IOException, InterruptedException {
        int port = wanted;
        String reason = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Program started = cluster.start(port, durability);
            Optional<Postmaster> server = cluster.ready();
            if (server.isPresent()) {
                Files.writeString(remembered, Integer.toString(server.get().port()));
                return server.get();
            }
            reason = started.output();
            boolean portTaken = reason.contains("could not bind");
            // After a kill -9 of the server its children need a moment to notice and to let go of the shared memory.
            boolean childrenLeft = reason.contains("shared memory block");
            if (portTaken && mayMove) {
                port = freePort();
            } else if (portTaken || childrenLeft) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } else {
                break;
            }
        }
        throw new CannotStart("PostgreSQL could not be started: " + reason);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
