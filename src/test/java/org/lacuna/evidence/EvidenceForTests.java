package org.lacuna.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A folder of evidence with an index in memory. */
final class EvidenceForTests {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T02:15:00Z"), ZoneOffset.UTC);
    static final long GIGABYTE = 1L << 30;

    final Path folder;
    final RememberedCaptures index = new RememberedCaptures();

    EvidenceForTests(Path folder) {
        this.folder = folder;
    }

    EvidenceStore store() {
        return store(GIGABYTE, Disk.REAL);
    }

    EvidenceStore store(long rotateAt, Disk disk) {
        return new EvidenceStore(folder, index, new Archive(folder, rotateAt, CLOCK, disk));
    }

    /** Every file below the folder, by name. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
