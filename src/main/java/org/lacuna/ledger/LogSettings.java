package org.lacuna.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The log of all public changes. */
@ConfigMapping(prefix = "lacuna.log")
interface LogSettings {
    /**
     * The log's name for ever, such as {@code lacuna.example/log}; without it that of {@code lacuna.address}. What the first
     * checkpoint was signed with cannot be changed.
     */
    Optional<String> origin();

    /** Where this process keeps the files it serves; made from the database, each node its own. */
    @WithDefault("${lacuna.data:data}/log")
    Path folder();

    /** Whether this process takes its turn at integrating; off for tests that do so by hand. */
    @WithDefault("true")
    boolean works();

    /** How often this process reads its whole log again and compares it with the database. */
    @WithDefault("1H")
    Duration checkEvery();

    /** Witnesses, each as {@code name+id+key address}. */
    Optional<List<String>> witnesses();
}
