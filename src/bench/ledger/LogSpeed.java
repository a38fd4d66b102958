package org.lacuna.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.InclusionProof;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.shared.Digest;

/**
 * How fast leaves become durable tiles and proofs are found. Two arguments: a folder and how many entries; what is there
 * already is not made again. The database is left out: entries are made here.
 */
final class LogSpeed {
    private static final int PROOFS = 5_000;
    private static final int STEP = 10_000;
    private static final String MADE = "made-";

    private LogSpeed() {}

    /** Entries out of nothing. */
    private static final class MadeUp extends LogQueries {
        MadeUp() {
            super(null);
        }

        @Override
        List<byte[]> entries(long from, long upTo) {
            return LongStream.range(from, upTo).mapToObj(MadeUp::entry).toList();
        }

        private static byte[] entry(long position) {
            return ("{\"action\":\"created\",\"digest\":\"" + Digest.of("document " + position)
                            + "\",\"kind\":\"case\",\"recorded\":\"2026-11-29T00:00:00.000000Z\",\"sequence\":"
                            + (position + 1)
                            + ",\"slug\":\"case-" + position + "\",\"type\":\"change\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    public static void main(String[] arguments) {
        Path place = Path.of(arguments[0]);
        long size = Long.parseLong(arguments[1]);
        LogTiles tiles = new LogTiles(new MadeUp(), new LogFolder(place));
        if (!Files.exists(place.resolve(MADE + size))) {
            grow(tiles, size, place);
        }
        proofs(tiles, size);
    }

    private static void grow(LogTiles tiles, long size, Path place) {
        long began = System.nanoTime();
        tiles.standAt(TreeHead.EMPTY);
        for (long at = STEP; at <= size; at += STEP) {
            tiles.grow(at);
            tiles.tidy();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("tiles %d %.0f%n", size, size / seconds);
        try {
            Files.writeString(place.resolve(MADE + size), "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void proofs(LogTiles tiles, long size) {
        Random random = new Random(1);
        TreeHead head = tiles.tree(size).head();
        double[] milliseconds = new double[PROOFS];
        for (int i = -PROOFS; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * size);
            long began = System.nanoTime();
            InclusionProof proof = tiles.tree(size).inclusion(index);
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - began) / 1e6;
            }
            if (!proof.shows(Hash.leaf(MadeUp.entry(index)), head)) {
                throw new IllegalStateException("a proof that proves nothing: " + index);
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf("proof %d %.3f %.3f%n", size, milliseconds[PROOFS / 2], milliseconds[PROOFS * 99 / 100]);
    }
}
