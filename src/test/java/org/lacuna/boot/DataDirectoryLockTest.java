package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @Test
    void an_attempt_that_fails_leaves_no_file_open_and_can_be_repeated(@TempDir Path folder) throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES), "only Linux shows a process its open files");
        Path file = folder.toRealPath().resolve("use.lock");
        try (FileChannel other = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> DataDirectoryLock.tryTake(file, false))
                        .isInstanceOf(OverlappingFileLockException.class);
            }
            assertThat(timesOpen(file)).isEqualTo(1);
        }
        try (DataDirectoryLock lock = DataDirectoryLock.tryTake(file, false).orElseThrow()) {
            assertThat(DataDirectoryLock.tryTake(file, false)).isEmpty();
        }
        assertThat(timesOpen(file)).isZero();
    }

    private static long timesOpen(Path file) throws IOException {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.filter(each -> leadsTo(each, file)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
