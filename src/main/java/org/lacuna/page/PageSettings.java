package org.lacuna.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How what people send is received. */
@ConfigMapping(prefix = "lacuna.page")
interface PageSettings {
    /** How long the whole body of a request may take to arrive; over Tor a long report takes a few seconds. */
    @WithDefault("30S")
    Duration bodyDeadline();

    /** Where bodies with files lie, encrypted, while they arrive. */
    @WithDefault("${lacuna.data:data}/incoming")
    Path spills();

    /** How long a body with files may take to arrive. */
    @WithDefault("30M")
    Duration spillDeadline();

    /** The longest body with files, in bytes: a hundred megabytes of files and what stands around them. */
    @WithDefault("110000000")
    long spillMostBytes();

    /** How many bodies with files may arrive or be worked on at once. */
    @WithDefault("64")
    int spillsAtOnce();

    /** How many bytes they may hold together. */
    @WithDefault("2000000000")
    long spillsMostBytes();

    /** Where the same pages are as an onion service, such as {@code http://….onion}; Tor Browser offers to go there. */
    Optional<URI> onion();
}
