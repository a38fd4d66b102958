package org.lacuna.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Undoes Content-Encoding (RFC 9110 §8.4), several times over if need be. Every layer is capped, not only the last: a
 * bomb may hide in the middle. What is unpacked counts against the time of the fetch, because some codings can be made
 * to compute long and say little.
 */
final class ContentCoding {
    /** What we say that we can read. */
    static final String ACCEPTED = "gzip, deflate, br, zstd";

    private static final int MOST_LAYERS = 3;

    /** A few bytes of brotli can ask for a window of 16 MB: so many bodies are unpacked at once, the others wait. */
    private static final Semaphore WINDOWS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private ContentCoding() {}

    /**
     * The content without its codings.
     *
     * @param codings the values of Content-Encoding, in the order they were applied
     * @param cap in bytes, for each layer
     * @throws FetchFailure TOO_LARGE, BROKEN_ANSWER or TIMED_OUT
     */
    static byte[] decode(byte[] content, List<String> codings, int cap, Deadline deadline) throws FetchFailure {
        if (content.length == 0 || codings.isEmpty()) {
            return content;
        }
        List<String> layers = codings.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (layers.isEmpty()) {
            return content;
        }
        if (layers.size() > MOST_LAYERS) {
            throw broken("at most " + MOST_LAYERS + " content codings", String.valueOf(layers.size()));
        }
        try {
            if (!WINDOWS.tryAcquire(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS)) {
                throw deadline.failure();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to unpack");
        }
        try {
            return unpack(content, layers, cap, deadline);
        } finally {
            WINDOWS.release();
        }
    }

    private static byte[] unpack(byte[] content, List<String> layers, int cap, Deadline deadline) throws FetchFailure {
        Metered.Watch watch = new Metered.Watch(deadline);
        byte[] plain = content;
        try {
            for (int layer = layers.size() - 1; layer >= 0; layer--) {
                // closed at once: the memory of an inflater is not the heap's
                try (InputStream decoder = Coding.named(layers.get(layer)).open(new Metered.Source(plain, watch))) {
                    plain = new Metered(decoder, cap, watch).readAllBytes();
                }
            }
            return plain;
        } catch (IOException | RuntimeException damaged) {
            // the decoders answer nonsense with whatever exception they run into, and wrap those of our own streams
            if (watch.tooLarge()) {
                throw new FetchFailure(
                        NoAnswer.Reason.TOO_LARGE, "expected at most " + cap + " bytes after decoding, found more");
            }
            if (watch.tooLate()) {
                throw deadline.failure();
            }
            throw broken("content in " + String.join(", ", layers), "something else, or only a part of it");
        }
    }

    static FetchFailure broken(String expected, String found) {
        return new FetchFailure(NoAnswer.Reason.BROKEN_ANSWER, "expected " + expected + ", found " + found);
    }
}
