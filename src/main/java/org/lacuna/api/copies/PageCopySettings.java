package org.lacuna.api.copies;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which pages stay in memory. */
@ConfigMapping(prefix = "lacuna.page-copies")
interface PageCopySettings {
    /** The most bytes that all of them take. */
    @WithDefault("16M")
    MemorySize mostBytes();

    /** For so long after it was begun a page is answered again; nothing keeps none. */
    @WithDefault("1S")
    Duration believed();
}
