package org.lacuna.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where evidence is kept. */
@ConfigMapping(prefix = "lacuna.evidence")
public interface EvidenceSettings {
    /** A folder on a disk that is backed up; made at need. */
    @WithDefault("${lacuna.data:data}/evidence")
    Path directory();
}
