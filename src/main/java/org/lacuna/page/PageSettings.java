package org.lacuna.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what people send is received. */
@ConfigMapping(prefix = "lacuna.page")
interface PageSettings {
    /** How long the whole body of a request may take to arrive; over Tor a long report takes a few seconds. */
    @WithDefault("30S")
    Duration bodyDeadline();
}
