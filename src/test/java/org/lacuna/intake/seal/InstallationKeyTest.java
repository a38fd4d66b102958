package org.lacuna.intake.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.shared.Database;
import org.lacuna.shared.Seal;

@QuarkusTest
class InstallationKeyTest {
    @Inject
    Database database;

    @Inject
    InstallationKey inUse;

    @Inject
    IntakeSettings settings;

    @BeforeEach
    void a_key_is_in_use() {
        assertThat(inUse.marks()).hasSize(Seal.KEY_BYTES);
    }

    private InstallationKey with(Path file) {
        return new InstallationKey(new Settings(file), database);
    }

    private record Settings(Path keyFile) implements IntakeSettings {
        @Override
        public Optional<String> recoveryRecipient() {
            return Optional.empty();
        }

        @Override
        public URI leaveTo() {
            return URI.create("https://example.org/");
        }

        @Override
        public int receiptsAtOnce() {
            return 1;
        }

        @Override
        public int receiptsMayWait() {
            return 1;
        }

        @Override
        public int lookUpsAtOnce() {
            return 1;
        }

        @Override
        public int lookUpsMayWait() {
            return 1;
        }
    }

    @Test
    void a_lost_key_file_is_not_replaced_by_a_new_one(@TempDir Path folder) {
        Path lost = folder.resolve("keys").resolve("intake.key");
        assertThatThrownBy(() -> with(lost).marks())
                .hasMessageContaining(lost.toString())
                .hasMessageContaining("Restore it from a backup");
        assertThat(lost).doesNotExist();
    }

    @Test
    void another_installation_s_key_file_is_refused(@TempDir Path folder) {
        Path other = folder.resolve("other.key");
        KeyFile.make(other);
        assertThatThrownBy(() -> with(other).marks()).hasMessageContaining("is not the one");
    }

    @Test
    void a_key_file_that_was_cut_off_is_refused(@TempDir Path folder) throws Exception {
        Path cut = Files.write(folder.resolve("cut.key"), new byte[31]);
        assertThatThrownBy(() -> with(cut).marks())
                .hasMessageContaining("expected 32 bytes")
                .hasMessageContaining("found 31");
    }

    @Test
    void another_node_with_the_same_file_derives_the_same_keys() {
        InstallationKey other = with(settings.keyFile());
        assertThat(other.marks()).isEqualTo(inUse.marks());
        assertThat(other.pepper()).isEqualTo(inUse.pepper()).isNotEqualTo(other.marks());
    }

    @Test
    void a_key_file_is_never_overwritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new.key");
        KeyFile.make(file);
        byte[] first = Files.readAllBytes(file);
        KeyFile.make(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first).hasSize(KeyFile.BYTES);
        try (var left = Files.list(folder)) {
            assertThat(left).as("no draft stays behind").containsExactly(file);
        }
    }
}
