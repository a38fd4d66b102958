package org.lacuna.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lacuna.shared.TextFile;

/**
 * The folder {@code crawlers/} as packed with the program: in a jar, or in a directory during development.
 *
 * @param files each YAML file directly in the folder, named by a path such as {@code crawlers/zoom.yaml}
 */
record CrawlerFolder(List<TextFile> files) {
    private static final String FOLDER = "crawlers";
    private static final String ANY_SITE = FOLDER + "/" + Platforms.ANY_SITE + ".yaml";
    private static final String WATCHLIST = FOLDER + "/watchlist.yaml";
    private static final Set<String> NO_DEFINITIONS = Set.of(WATCHLIST, FOLDER + "/feeds.yaml", ANY_SITE);

    static CrawlerFolder onClassPath() {
        return new CrawlerFolder(TextFile.onClassPath(FOLDER, ".yaml").stream()
                .map(file -> file.under(FOLDER))
                .toList());
    }

    List<Definition> definitions() {
        Definition anySite = Definition.read(file(ANY_SITE), Optional.empty());
        return Stream.concat(Stream.of(anySite), definitions(anySite.platform()).stream())
                .toList();
    }

    /** All but any-site, with the rules of this one. */
    List<Definition> definitions(Platform anySite) {
        return files.stream()
                .filter(file -> !NO_DEFINITIONS.contains(file.name()))
                .map(file -> Definition.read(file, Optional.of(anySite)))
                .toList();
    }

    TextFile watchlist() {
        return file(WATCHLIST);
    }

    private TextFile file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "expected " + name + " in this build, found none; build it again with 'mvn package'"));
    }
}
