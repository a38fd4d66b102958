package org.lacuna;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Finds a free port for the local web server of the tests and lets the application trust that one port. A test that
 * needs the server opens it there; see {@code lacuna.test.origin-port}.
 */
@QuarkusTestResource(OriginForTests.class)
public class OriginForTests implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(
                    "lacuna.test.origin-port",
                    String.valueOf(free.getLocalPort()),
                    "lacuna.fetch.trusted-addresses",
                    "127.0.0.1:" + free.getLocalPort(),
                    "lacuna.fetch.delay",
                    "0s",
                    "lacuna.evidence.directory",
                    "target/evidence-for-tests");
        } catch (IOException none) {
            throw new IllegalStateException("expected a free port on loopback", none);
        }
    }

    @Override
    public void stop() {}
}
