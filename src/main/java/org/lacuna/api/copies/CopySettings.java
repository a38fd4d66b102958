package org.lacuna.api.copies;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many documents stay in memory. */
@ConfigMapping(prefix = "lacuna.copies")
interface CopySettings {
    /** The most bytes that all of them take; 0 keeps none. */
    @WithDefault("32M")
    MemorySize mostBytes();
}
