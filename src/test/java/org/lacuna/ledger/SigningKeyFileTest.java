package org.lacuna.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("keys").resolve("service.key");
    }

    @Test
    void what_we_make_is_a_key_for_the_platform_too_and_both_halves_fit() throws Exception {
        SigningKeyFile.make(file());
        Ed25519PrivateKeyParameters ours = SigningKeyFile.read(file());
        VerificationKey half = new VerificationKey(ours.generatePublicKey().getEncoded());

        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey signing = keys.generatePrivate(new PKCS8EncodedKeySpec(
                Pem.read("PRIVATE KEY", Files.readString(file())).orElseThrow()));
        PublicKey checking = keys.generatePublic(
                new X509EncodedKeySpec(Pem.read("PUBLIC KEY", half.pem()).orElseThrow()));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signing);
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(checking);
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    /** The first key of RFC 8032 §7.1, in the form that OpenSSL 3 writes. */
    @Test
    void a_key_that_was_made_elsewhere_is_read() throws Exception {
        Path given = Files.writeString(folder.resolve("given.pem"), """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """);
        assertThat(SigningKeyFile.read(given).generatePublicKey().getEncoded())
                .isEqualTo(HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    }

    @Test
    void a_file_of_something_else_is_refused_and_not_quoted() throws Exception {
        for (String content :
                List.of("", "password\n", "-----BEGIN PRIVATE KEY-----\n???\n-----END PRIVATE KEY-----\n")) {
            Path other = Files.writeString(folder.resolve("other.pem"), content);
            assertThatThrownBy(() -> SigningKeyFile.read(other))
                    .hasMessageContaining("expected an Ed25519 private key")
                    .hasMessageContaining(other.toString())
                    .hasMessageNotContaining("password");
        }
    }

    @Test
    void of_several_that_make_the_file_at_once_all_read_the_same_key() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> starts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                starts.add(() -> {
                    SigningKeyFile.make(file());
                    return HexFormat.of().formatHex(SigningKeyFile.read(file()).getEncoded());
                });
            }
            Set<String> seeds = new HashSet<>();
            for (Future<String> start : threads.invokeAll(starts)) {
                seeds.add(start.get());
            }
            assertThat(seeds).hasSize(1);
            try (var left = Files.list(file().getParent())) {
                assertThat(left).as("no draft stays behind").containsExactly(file());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobody_else_may_read_the_file_even_if_it_came_open() throws Exception {
        SigningKeyFile.make(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        SigningKeyFile.read(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }
}
