package org.lacuna.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many lists are streamed at once, and how slowly they may be taken; on each process. */
@ConfigMapping(prefix = "lacuna.lists")
interface ListSettings {
    /** To all readers together. */
    @WithDefault("80")
    int atOnce();

    /** To one reader. */
    @WithDefault("4")
    int toOneReader();

    /** To all together whom nothing tells apart, so that some room is left for whoever can be told apart. */
    @WithDefault("60")
    int together();

    /** The fewest bytes a second; Tor on a bad day is faster, and who only wants to hold a place has to pay for it. */
    @WithDefault("1000")
    int leastPerSecond();

    /** For how long a reader may be slower. */
    @WithDefault("1M")
    Duration patience();
}
