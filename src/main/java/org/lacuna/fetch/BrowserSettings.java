package org.lacuna.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a visit by browser may use, and where the browser is. Nothing of it is started before a definition asks. */
@ConfigMapping(prefix = "lacuna.fetch.browser")
public interface BrowserSettings {
    /** The Chromium program; as if not said, {@code chromium} or {@code chromium-browser} on the PATH. */
    Optional<Path> path();

    /** Node.js 20 or newer, which the browser's driver runs on; as if not said, {@code node} on the PATH. */
    Optional<Path> node();

    /** From the browser's start to the finished page, waiting for our turn not counted. */
    @WithDefault("20s")
    Duration total();

    /** How long we wait for the connections of a loaded page to fall silent before it is read as it is. */
    @WithDefault("8s")
    Duration settle();

    /** What the browser and its driver may hold in memory together, in bytes. */
    @WithDefault("1073741824")
    long maxMemory();

    /** What one visit may send and receive in all, in bytes. */
    @WithDefault("26214400")
    long maxTraffic();

    /** How many connections one visit may open. */
    @WithDefault("200")
    int maxConnections();

    /** How many visits run at a time on this machine. */
    @WithDefault("1")
    int atOnce();
}
