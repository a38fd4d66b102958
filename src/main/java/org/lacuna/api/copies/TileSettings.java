package org.lacuna.api.copies;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many tiles of the log stay in memory. */
@ConfigMapping(prefix = "lacuna.tiles")
interface TileSettings {
    /** The most bytes that all of them take; 0 keeps none. */
    @WithDefault("32M")
    MemorySize mostBytes();
}
