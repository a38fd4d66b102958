package org.lacuna.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.jboss.logging.Logger;
import org.lacuna.shared.SafeFile;
import org.lacuna.shared.Seal;

/** An Ed25519 private key in a file that only its owner may read; made once, never overwritten. */
final class SigningKeyFile {
    private static final Logger LOG = Logger.getLogger(SigningKeyFile.class);
    private static final String LABEL = "PRIVATE KEY";

    /** PKCS#8 up to the seed, which is always the same for Ed25519 (RFC 8410 §7). */
    private static final byte[] BEFORE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private SigningKeyFile() {}

    /** Makes the file unless somebody else does so at the same moment; either way it is whole when this returns. */
    static void make(Path file) {
        byte[] seed = Seal.randomBytes(Ed25519PrivateKeyParameters.KEY_SIZE);
        byte[] der = Arrays.copyOf(BEFORE, BEFORE.length + seed.length);
        System.arraycopy(seed, 0, der, BEFORE.length, seed.length);
        try {
            SafeFile.writeOnce(file, Pem.write(LABEL, der).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("could not make the service's key file " + file, unwritable);
        }
    }

    static Ed25519PrivateKeyParameters read(Path file) {
        closeToOthers(file);
        try {
            // every byte is a character here, so a file of anything at all is refused below and not by the decoder
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return Pem.read(LABEL, text)
                    .flatMap(SigningKeyFile::parse)
                    .orElseThrow(() -> new IllegalStateException("expected an Ed25519 private key (PKCS#8 in PEM) in "
                            + file.toAbsolutePath() + ", found something else. Restore the file from a backup, or give"
                            + " one that 'openssl genpkey -algorithm ed25519' wrote."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read the service's key file " + file, unreadable);
        }
    }

    private static Optional<Ed25519PrivateKeyParameters> parse(byte[] der) {
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(der);
            return key instanceof Ed25519PrivateKeyParameters signing ? Optional.of(signing) : Optional.empty();
        } catch (IOException | RuntimeException notAKey) {
            return Optional.empty();
        }
    }

    /** A file that was given may lie where it cannot be closed, as secrets that a container mounts do. */
    private static void closeToOthers(Path file) {
        try {
            SafeFile.close(file);
        } catch (IOException | UnsupportedOperationException refused) {
            LOG.warnf(
                    "the service's key file %s could not be closed to other users; see that they cannot read it", file);
        }
    }
}
