package org.lacuna.cases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the record. */
@ConfigMapping(prefix = "lacuna.record")
interface CasesSettings {
    /** Whether an empty database takes in the founding record at start. */
    @WithDefault("true")
    boolean importOnEmpty();
}
