package org.lacuna.fetch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.lacuna.Browser;
import org.lacuna.Scratch;

/** Browser fetchers with the settings' own defaults, except that one local port is trusted and nobody waits. */
final class BrowsersForTests {
    private BrowsersForTests() {}

    /** Ends the test as skipped where there is no browser, and as failed where {@code CI=true}. */
    static BrowserFetcher fetcher(GuardedFetcher plain, FetchSettings settings, Map<String, String> browser) {
        return fetcher(plain, settings, browserSettings(browser));
    }

    static BrowserFetcher fetcher(GuardedFetcher plain, FetchSettings settings, BrowserSettings browser) {
        return new BrowserFetcher(
                settings, browser, plain, FetchersForTests::names, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    static BrowserSettings browserSettings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("lacuna.fetch.browser.path", Browser.program().toString());
        all.put("lacuna.fetch.browser.node", node().toString());
        all.put("lacuna.fetch.browser.settle", "3s");
        all.putAll(settings);
        return mapping(all);
    }

    static BrowserSettings mapping(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(BrowserSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(BrowserSettings.class);
    }

    /** The machine's Node.js, or else the one that the driver's bundle brings to the tests. */
    private static Path node() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(BrowsersForTests::bundledNode);
    }

    private static Path bundledNode() {
        Path node = Scratch.folder("node");
        String platform = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux";
        try (InputStream bundled =
                BrowsersForTests.class.getClassLoader().getResourceAsStream("driver/" + platform + "/node")) {
            Files.createDirectories(node.getParent());
            Files.copy(bundled, node, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!node.toFile().setExecutable(true)) {
            throw new IllegalStateException("expected to make " + node + " a program");
        }
        return node;
    }
}
