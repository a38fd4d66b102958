package org.lacuna.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jboss.logging.Logger;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * The service's Ed25519 key (RFC 8032), in one file outside the database: it signs what we publish, and keys for other
 * purposes come from it. The database knows its public half. The process that needs the key first makes it; from then on
 * a process without the file, or with another one, is told so and never makes a second.
 */
@ApplicationScoped
public class ServiceKey {
    /** How many bytes {@link #derive} gives. */
    public static final int DERIVED_BYTES = 32;

    private static final Logger LOG = Logger.getLogger(ServiceKey.class);

    private final Path file;
    private final KeyQueries queries;
    private volatile Optional<Ed25519PrivateKeyParameters> loaded = Optional.empty();

    ServiceKey(LedgerSettings settings, KeyQueries queries) {
        this.file = settings.keyFile();
        this.queries = queries;
    }

    /** Finds out at start, not at the first request: without the file a node that answers the public does not start. */
    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.PUBLIC)) {
            key();
        }
    }

    /**
     * Signs these bytes as they are (Ed25519, not Ed25519ph). What is signed must say itself what it is, so that a
     * signature of one thing can never pass for one of another.
     *
     * @return 64 bytes
     * @throws IllegalStateException if the key file is missing or not the right one; the message says what to do
     */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key());
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The 32 bytes of the public half (RFC 8032 §5.1.5). */
    public byte[] publicKey() {
        return verification().bytes();
    }

    /** The public half, also where the private one is not at hand. */
    public VerificationKey verification() {
        return queries.known().orElseGet(() -> publicHalf(key()));
    }

    /**
     * A key for another purpose, the same in every process that shares the file (HKDF-SHA256, RFC 5869, of the private
     * seed); from it nothing can be learned about the private half nor about other purposes.
     *
     * @param purpose such as {@code cursors}; another purpose is another key
     * @return {@value #DERIVED_BYTES} bytes
     * @throws IllegalStateException if the key file is missing or not the right one; the message says what to do
     */
    public byte[] derive(String purpose) {
        byte[] info = ("lacuna service " + purpose).getBytes(StandardCharsets.UTF_8);
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(key().getEncoded(), null, info));
        byte[] derived = new byte[DERIVED_BYTES];
        hkdf.generateBytes(derived, 0, derived.length);
        return derived;
    }

    /**
     * Reads the file if that was not done yet; to be called before a transaction that takes the lock of the keys.
     *
     * @throws IllegalStateException if the key file is missing or not the right one; the message says what to do
     */
    void hold() {
        key();
    }

    private Ed25519PrivateKeyParameters key() {
        return loaded.orElseGet(this::load);
    }

    private synchronized Ed25519PrivateKeyParameters load() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(QuarkusTransaction.requiringNew().call(this::find));
        }
        return loaded.get();
    }

    /** Under a lock, so that of two machines that start for the first time one makes the key and the other is told. */
    private Ed25519PrivateKeyParameters find() {
        queries.lock();
        Optional<VerificationKey> known = queries.known();
        if (known.isEmpty() && !Files.exists(file)) {
            SigningKeyFile.make(file);
            LOG.infof("made the service's key: %s. Back it up, apart from the database.", file.toAbsolutePath());
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("expected the service's key file " + file.toAbsolutePath()
                    + ", found none; this database's public key is " + known.orElseThrow()
                    + ". Copy the file from the process that made it or from a backup,"
                    + " or set lacuna.ledger.key-file to where it is.");
        }
        Ed25519PrivateKeyParameters key = SigningKeyFile.read(file);
        VerificationKey found = publicHalf(key);
        if (known.isEmpty()) {
            queries.record(found);
        } else if (!known.get().equals(found)) {
            throw new IllegalStateException("expected in " + file.toAbsolutePath() + " the key whose public half is "
                    + known.get() + ", found the one of " + found
                    + ". Copy the right file from the process that made it or from a backup,"
                    + " or set lacuna.ledger.key-file to where it is.");
        }
        return key;
    }

    private static VerificationKey publicHalf(Ed25519PrivateKeyParameters key) {
        return new VerificationKey(key.generatePublicKey().getEncoded());
    }
}
