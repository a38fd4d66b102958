package org.lacuna.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where an operator keeps definitions of their own. */
@ConfigMapping(prefix = "lacuna.crawlers")
public interface CrawlersSettings {
    /**
     * YAML files in the format of {@code crawlers/}, read beside those that are built in; in its folder {@code
     * imported/}, what was made from the rules of others. It need not be there.
     */
    @WithDefault("${lacuna.data:data}/crawlers")
    Path directory();
}
