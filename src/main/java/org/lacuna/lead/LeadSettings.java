package org.lacuna.lead;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feeds are read. */
@ConfigMapping(prefix = "lacuna.lead")
interface LeadSettings {
    /** How long after a feed was asked it is asked again. */
    @WithDefault("1h")
    Duration every();

    /** What a feed says to be older than this makes no lead: a new feed brings years. */
    @WithDefault("P60D")
    Duration oldest();

    /** Leads taken from one feed at a time; the rest waits for the next time. */
    @WithDefault("50")
    int atOnce();
}
