package org.lacuna.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of {@code crawlers/}: a platform and the pages that show that its rules work.
 *
 * @param file its path under the project, such as {@code crawlers/zoom.yaml}
 * @param hostLines where in the file each host stands, for messages
 */
public record Definition(String file, Platform platform, List<Example> examples, Map<String, Integer> hostLines) {
    public Definition {
        examples = List.copyOf(examples);
        hostLines = Map.copyOf(hostLines);
    }

    /**
     * Reads one file.
     *
     * @param anySite whose rules it may use; empty when that one itself is read
     * @throws BadDefinition for the first thing in it that the format does not allow
     */
    public static Definition read(String file, byte[] bytes, Optional<Platform> anySite) {
        return new DefinitionReader(file, bytes, anySite).read();
    }
}
