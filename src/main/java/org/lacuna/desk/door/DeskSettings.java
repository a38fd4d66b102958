package org.lacuna.desk.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the desk is set up. */
@ConfigMapping(prefix = "lacuna.desk")
interface DeskSettings {
    /** Name of the editor who is made at the first start; lower-case. */
    @WithDefault("editor")
    String firstEditor();
}
