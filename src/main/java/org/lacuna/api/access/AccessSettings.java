package org.lacuna.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests are answered in a minute, on each process. */
@ConfigMapping(prefix = "lacuna.access")
interface AccessSettings {
    /** For one address, or one circuit of Tor, without a key. */
    @WithDefault("600")
    int perMinute();

    /** For all together whom nothing tells apart: those who come through a proxy that says nothing of them. */
    @WithDefault("60000")
    int togetherPerMinute();
}
