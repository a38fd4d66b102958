package org.lacuna.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.shared.TextFile;

/**
 * One file of {@code crawlers/}: a platform and the pages that show that its rules work.
 *
 * @param file its path under the project, such as {@code crawlers/zoom.yaml}
 * @param hostPlaces file and line of each host, for messages
 */
public record Definition(String file, Platform platform, List<Example> examples, Map<String, String> hostPlaces) {
    public Definition {
        examples = List.copyOf(examples);
        hostPlaces = Map.copyOf(hostPlaces);
    }

    /**
     * Reads one file as strictly as those of the build.
     *
     * @param file named by its path under the project
     * @param anySite whose rules it may use; empty when that one itself is read
     * @throws org.lacuna.shared.InvalidFile for the first thing in it that the format does not allow
     */
    public static Definition read(TextFile file, Optional<Platform> anySite) {
        return new DefinitionReader(file, anySite, Origin.BUILT_IN).read();
    }
}
