package org.lacuna.intake.seal;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.lacuna.shared.Database;
import org.lacuna.shared.Role;
import org.lacuna.shared.Seal;
import org.lacuna.shared.ThisProcess;

/**
 * The installation's secret, in one file outside the database. From it come (HKDF, RFC 5869) the pepper and the salt of
 * receipts and the key of the marks by which like submissions are grouped. It opens no submission. The database knows
 * only a fingerprint, so that a lost or exchanged file is noticed before somebody gets a receipt that finds nothing.
 */
@ApplicationScoped
public class InstallationKey {
    private final Path file;
    private final Database database;
    private volatile Optional<byte[]> loaded = Optional.empty();

    InstallationKey(IntakeSettings settings, Database database) {
        this.file = settings.keyFile();
        this.database = database;
    }

    /** Finds out at start, not when somebody has already written: without the file a node that needs it does not start. */
    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.INTAKE) || process.plays(Role.DESK)) {
            secret();
        }
    }

    /** Keys the marks by which like submissions are grouped. */
    public byte[] marks() {
        return derive("submission marks");
    }

    /**
     * Keys what the desk keeps closed beside passwords.
     *
     * @param purpose such as {@code second step}; another purpose is another key
     */
    public byte[] desk(String purpose) {
        return derive("desk " + purpose);
    }

    /** Keys the look-up index of receipts. */
    byte[] pepper() {
        return derive("receipt pepper");
    }

    /** One salt for all receipts: without it we could not find one by its words. */
    byte[] salt() {
        return Arrays.copyOf(derive("receipt salt"), 16);
    }

    private byte[] derive(String purpose) {
        return derive(secret(), purpose);
    }

    private static byte[] derive(byte[] secret, String purpose) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, null, ("lacuna " + purpose).getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[Seal.KEY_BYTES];
        hkdf.generateBytes(key, 0, key.length);
        return key;
    }

    private byte[] secret() {
        return loaded.orElseGet(this::load);
    }

    private synchronized byte[] load() {
        Optional<byte[]> known = fingerprint();
        if (known.isEmpty() && !Files.exists(file)) {
            KeyFile.make(file);
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("expected the key file " + file.toAbsolutePath()
                    + ", without which no receipt finds its submission, found none. Restore it from a backup,"
                    + " or set lacuna.intake.key-file to where it is.");
        }
        byte[] secret = KeyFile.read(file);
        byte[] print = derive(secret, "fingerprint");
        database.change(
                "INSERT INTO intake_key (fingerprint) VALUES (?) ON CONFLICT ON CONSTRAINT intake_key_is_one DO NOTHING",
                print);
        if (!Arrays.equals(print, fingerprint().orElse(print))) {
            throw new IllegalStateException("the key file " + file.toAbsolutePath()
                    + " is not the one with which this database's receipts were made."
                    + " Restore the right one, or set lacuna.intake.key-file to where it is.");
        }
        loaded = Optional.of(secret);
        return secret;
    }

    private Optional<byte[]> fingerprint() {
        return database.first("SELECT fingerprint FROM intake_key", row -> row.getBytes(1));
    }
}
