package org.lacuna.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is counted is remembered. */
@ConfigMapping(prefix = "lacuna.counts")
interface CountSettings {
    /** For so long after a change, what takes long to count is told as it was counted last; nothing lets readers wait. */
    @WithDefault("60S")
    Duration believed();
}
