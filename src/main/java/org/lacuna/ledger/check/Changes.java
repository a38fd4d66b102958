package org.lacuna.ledger.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lacuna.shared.Digest;

/** What the log says of each change, by its number from 1; packed, since a log may have millions. */
final class Changes {
    private static final int BYTES = 32;
    private static final int FIRST = 1024;

    private final Map<String, Integer> documents = new HashMap<>();
    private final Map<Long, Set<Digest>> replaced = new HashMap<>();
    private final List<Named> named = new ArrayList<>();
    private int[] document = new int[FIRST];
    private boolean[] gone = new boolean[FIRST];
    private byte[] digests = new byte[FIRST * BYTES];
    private int size;

    /** A document that changes are about. */
    record Named(String kind, String slug) {}

    /** What one change did. */
    record Change(long sequence, Named named, Digest digest, boolean gone) {}

    /** The number that comes next. */
    long next() {
        return size + 1L;
    }

    void add(Change change) {
        if (size == document.length) {
            document = Arrays.copyOf(document, size * 2);
            gone = Arrays.copyOf(gone, size * 2);
            digests = Arrays.copyOf(digests, size * 2 * BYTES);
        }
        document[size] = documents.computeIfAbsent(change.named.kind() + " " + change.named.slug(), any -> {
            named.add(change.named);
            return named.size() - 1;
        });
        gone[size] = change.gone;
        System.arraycopy(HexFormat.of().parseHex(change.digest.hex()), 0, digests, size * BYTES, BYTES);
        size++;
    }

    boolean has(long sequence) {
        return sequence >= 1 && sequence <= size;
    }

    Change at(long sequence) {
        int i = (int) sequence - 1;
        byte[] digest = Arrays.copyOfRange(digests, i * BYTES, (i + 1) * BYTES);
        return new Change(
                sequence, named.get(document[i]), new Digest(HexFormat.of().formatHex(digest)), gone[i]);
    }

    /** What a permanent redaction has left of a version. */
    void replaced(long sequence, Digest by) {
        replaced.computeIfAbsent(sequence, any -> new HashSet<>()).add(by);
    }

    /** Whether the log commits to these bytes as this version: as it was published, or as a redaction has left it. */
    boolean commits(long sequence, Digest digest) {
        return at(sequence).digest().equals(digest)
                || replaced.getOrDefault(sequence, Set.of()).contains(digest);
    }

    /** The last change of each document up to a number. */
    List<Change> last(long upTo) {
        long[] last = new long[named.size()];
        for (int i = 0; i < Math.min(upTo, size); i++) {
            last[document[i]] = i + 1L;
        }
        return Arrays.stream(last)
                .filter(sequence -> sequence > 0)
                .mapToObj(this::at)
                .toList();
    }
}
