package org.lacuna.platform;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder {@code crawlers/} as packed with the program: in a jar, or in a directory during development.
 *
 * @param files the bytes of each YAML file directly in the folder, by path such as {@code crawlers/zoom.yaml}
 */
record CrawlerFolder(Map<String, byte[]> files) {
    private static final String FOLDER = "crawlers/";
    private static final String ANY_SITE = FOLDER + Platforms.ANY_SITE + ".yaml";
    private static final String WATCHLIST = FOLDER + "watchlist.yaml";

    /** Looks for a file that is always there, since not every class loader finds folders. */
    static CrawlerFolder onClasspath() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(WATCHLIST, watchlist -> collect(watchlist.getParent(), files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "expected " + WATCHLIST + " in this build, found none; build it again with 'mvn package'");
        }
        return new CrawlerFolder(files);
    }

    private static void collect(Path folder, Map<String, byte[]> files) {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path path : (Iterable<Path>) found::iterator) {
                String name = path.getFileName().toString();
                if (name.endsWith(".yaml")) {
                    files.put(FOLDER + name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Definition> definitions() {
        byte[] bytes = Optional.ofNullable(files.get(ANY_SITE))
                .orElseThrow(() -> new IllegalStateException("expected " + ANY_SITE + " in this build, found none"));
        Definition anySite = Definition.read(ANY_SITE, bytes, Optional.empty());
        Stream<Definition> others = files.entrySet().stream()
                .filter(file ->
                        !file.getKey().equals(WATCHLIST) && !file.getKey().equals(ANY_SITE))
                .map(file -> Definition.read(file.getKey(), file.getValue(), Optional.of(anySite.platform())));
        return Stream.concat(Stream.of(anySite), others).toList();
    }

    YamlValue watchlist() {
        return YamlValue.parse(WATCHLIST, files.get(WATCHLIST));
    }
}
