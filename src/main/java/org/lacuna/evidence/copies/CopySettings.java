package org.lacuna.evidence.copies;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the process that makes a public copy may use. Each copy has one of its own. */
@ConfigMapping(prefix = "lacuna.evidence.copies")
public interface CopySettings {
    /** Its heap; beyond it, there is no copy. Beside it such a process needs about 100 MB. */
    @WithDefault("256M")
    MemorySize memory();

    /** From its start to its answer; beyond it, it is killed. */
    @WithDefault("30s")
    Duration time();

    /** How long a copy waits for its turn. */
    @WithDefault("60s")
    Duration patience();

    /** How many are made at a time on this machine. */
    @WithDefault("1")
    int atOnce();

    /** How many pages of a document are drawn; one with more has no copy. */
    @WithDefault("100")
    int mostPages();

    /** The largest copy. */
    @WithDefault("50M")
    MemorySize mostBytes();
}
