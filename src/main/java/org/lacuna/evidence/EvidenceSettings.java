package org.lacuna.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where evidence is kept, and how. */
@ConfigMapping(prefix = "lacuna.evidence")
public interface EvidenceSettings {
    /** A folder on a disk that is backed up; made at need. */
    @WithDefault("${lacuna.data:data}/evidence")
    Path directory();

    /** The size at which a WARC file ends and the next begins, such as {@code 1G} or {@code 200M}. */
    @WithDefault("1G")
    MemorySize rotateAt();

    /**
     * Addresses that this machine is seen under and does not know itself: behind a translator of addresses, or of a
     * proxy. They never appear in a public copy.
     */
    Optional<List<String>> ownAddresses();
}
