package org.lacuna.shared;

import io.quarkus.runtime.LaunchMode;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 64 MiB, three passes and one lane: slow on purpose, so that whoever steals a table cannot try
 * all receipts or passwords. Each run holds 64 MiB, so only a few run at once and only a few may wait; the rest is told
 * to come back, or a flood of guesses would take the memory of everybody else.
 */
public final class SlowHash {
    private static final int MEBIBYTES = 64;
    private static final int PASSES = 3;
    private static final int WAIT_SECONDS = 10;

    private final Semaphore places;
    private final int mayWait;

    /**
     * @param atOnce how many run at the same time, each in 64 MiB
     * @param mayWait how many more may wait for a place
     */
    public SlowHash(int atOnce, int mayWait) {
        this.places = new Semaphore(atOnce, true);
        this.mayWait = mayWait;
    }

    /** Too many are computing and waiting already; nothing was computed. */
    public static final class Busy extends RuntimeException {
        /** After how many seconds another attempt makes sense. */
        public static final int RETRY_AFTER_SECONDS = 15;

        Busy() {
            super("too many requests at once; try again in " + RETRY_AFTER_SECONDS + " seconds");
        }
    }

    /**
     * The hash of a secret.
     *
     * @param salt at least 16 bytes
     * @param length of the result in bytes
     * @throws Busy if there is no place soon
     */
    public byte[] of(byte[] secret, byte[] salt, int length) {
        takePlace();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB((inTests() ? 1 : MEBIBYTES) * 1024)
                    .withIterations(inTests() ? 1 : PASSES)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            argon2.generateBytes(secret, hash);
            return hash;
        } finally {
            places.release();
        }
    }

    /** The application under test hashes some thousand times; that the real cost is the real one has a test without it. */
    private static boolean inTests() {
        return LaunchMode.current() == LaunchMode.TEST;
    }

    private void takePlace() {
        if (places.getQueueLength() >= mayWait) {
            throw new Busy();
        }
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }
}
