package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_and_the_folders_made_for_it_are_for_their_owner_alone() throws IOException {
        Path file = folder.resolve("data/keys/one.key");
        SafeFile.write(file, new byte[] {1});
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(file.getParent())).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
    }

    @Test
    void writing_again_replaces_and_leaves_no_draft() throws IOException {
        Path file = folder.resolve("file");
        SafeFile.write(file, new byte[] {1, 2, 3});
        SafeFile.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void of_many_that_make_a_file_at_once_one_wins_and_it_stands() throws Exception {
        Path file = folder.resolve("file");
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Byte>> attempts = IntStream.range(0, 32)
                    .<Callable<Byte>>mapToObj(i -> () -> {
                        SafeFile.writeOnce(file, new byte[] {(byte) i});
                        return Files.readAllBytes(file)[0];
                    })
                    .toList();
            byte winner = many.submit(() -> {
                        SafeFile.writeOnce(file, new byte[] {99});
                        return Files.readAllBytes(file)[0];
                    })
                    .get();
            for (var attempt : many.invokeAll(attempts)) {
                assertThat(attempt.get()).isEqualTo(winner);
            }
        } finally {
            many.shutdownNow();
        }
        assertThat(inFolder()).containsExactly(file);
    }

    @Test
    void a_folder_behind_a_link_is_a_folder_and_a_file_in_the_way_is_not() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        SafeFile.write(link.resolve("file"), new byte[] {1});
        assertThat(folder.resolve("real/file")).exists();
        Path inTheWay = Files.createFile(folder.resolve("in-the-way"));
        assertThatThrownBy(() -> SafeFile.makeFolder(inTheWay)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void what_others_could_open_is_closed() throws IOException {
        String open = rights(Files.createDirectory(folder.resolve("open")));
        assertThat(open).startsWith("rwx");
        Files.setPosixFilePermissions(folder.resolve("open"), PosixFilePermissions.fromString("rwxr-xr-x"));
        SafeFile.close(folder.resolve("open"));
        assertThat(rights(folder.resolve("open"))).isEqualTo("rwx------");
    }

    private List<Path> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String rights(Path path) throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no owners here");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
