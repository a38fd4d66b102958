package org.lacuna.publication.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where bulk files lie, and for how long. */
@ConfigMapping(prefix = "lacuna.bulk")
interface BulkSettings {
    /** Shared by all processes that answer the public; what lies there and is not ours is left alone. */
    @WithDefault("${lacuna.data:data}/bulk")
    Path folder();

    /** For so many days a set is kept; after that only the first of each month, for good. */
    @WithDefault("30")
    int keepDays();

    /** Whether processes that answer the public make sets and tidy up; tests do so themselves. */
    @WithDefault("true")
    boolean works();
}
