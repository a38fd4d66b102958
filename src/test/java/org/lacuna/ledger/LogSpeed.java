package org.lacuna.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.lacuna.ledger.check.CheckLog;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.NoteLine;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Digest;

/**
 * How fast leaves become durable tiles, proofs are found, and a log is verified; no test. Two arguments: a folder and how
 * many entries. The database is left out: entries are made here.
 */
final class LogSpeed {
    private static final int PROOFS = 5_000;
    private static final int STEP = 10_000;

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

    public static void main(String[] arguments) throws Exception {
        Path place = Path.of(arguments[0]);
        long size = Long.parseLong(arguments[1]);
        LogFolder folder = new LogFolder(place);
        LogTiles tiles = new LogTiles(new MadeUp(), folder);
        long began = System.nanoTime();
        tiles.standAt(TreeHead.EMPTY);
        TreeHead head = TreeHead.EMPTY;
        for (long at = STEP; at <= size; at += STEP) {
            head = tiles.grow(at);
            tiles.tidy();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d entries in durable tiles: %.1f s, %.0f a second%n", size, seconds, size / seconds);
        proofs(tiles, head);
        verify(place, head, folder);
    }

    private static void proofs(LogTiles tiles, TreeHead head) {
        Random random = new Random(1);
        double[] milliseconds = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * head.size());
            long began = System.nanoTime();
            tiles.tree(head.size()).inclusion(index);
            milliseconds[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                "a proof in a tree of %d: p50 %.2f ms, p99 %.2f ms%n",
                head.size(), milliseconds[PROOFS / 2], milliseconds[PROOFS * 99 / 100]);
    }

    private static void verify(Path place, TreeHead head, LogFolder folder) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] spki = pair.getPublic().getEncoded();
        NoteKey key =
                new NoteKey("speed.example/log", NoteKey.NOTE, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
        Checkpoint checkpoint = new Checkpoint(key.name(), head);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        folder.publish(new SignedNote(checkpoint.text(), List.of(new NoteLine(key.name(), key.id(), signature.sign())))
                .bytes());
        Map<String, Long> told = new HashMap<>();
        long began = System.nanoTime();
        new CheckLog(path -> Files.readAllBytes(place.resolve(path)), key, count -> told.put("entries", count))
                .check(Optional.empty());
        System.out.printf(
                "%d entries verified in %.1f s, heap at most %d MB; the key: %s%n",
                told.get("entries"),
                (System.nanoTime() - began) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                key);
    }
}
