package org.lacuna.evidence.copies;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** What a worker may use in a test. */
record Limits(MemorySize memory, Duration time, Duration patience, int atOnce, int mostPages, MemorySize mostBytes)
        implements CopySettings {
    /** As they are where nobody says otherwise, with more time for a slow machine. */
    static Limits usual() {
        return new Limits(megabytes(256), Duration.ofSeconds(60), Duration.ofSeconds(60), 2, 100, megabytes(50));
    }

    Limits memory(double megabytes) {
        return new Limits(megabytes(megabytes), time, patience, atOnce, mostPages, mostBytes);
    }

    Limits time(Duration changed) {
        return new Limits(memory, changed, patience, atOnce, mostPages, mostBytes);
    }

    Limits turns(int changed, Duration wait) {
        return new Limits(memory, time, wait, changed, mostPages, mostBytes);
    }

    Limits pages(int changed) {
        return new Limits(memory, time, patience, atOnce, changed, mostBytes);
    }

    Limits bytes(double megabytes) {
        return new Limits(memory, time, patience, atOnce, mostPages, megabytes(megabytes));
    }

    private static MemorySize megabytes(double number) {
        return new MemorySize(BigInteger.valueOf((long) (number * 1024 * 1024)));
    }
}
