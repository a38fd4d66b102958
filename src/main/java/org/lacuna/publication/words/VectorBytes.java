package org.lacuna.publication.words;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * A {@code tsvector} in the form in which PostgreSQL receives it (PostgreSQL 17, {@code tsvectorrecv}): how many words, then
 * each in UTF-8 and ended by a zero, how many places it has, and these in two bytes each, the weight in the highest two
 * bits. Read so, it takes the database a fraction of the time that its text takes. Words in their order are not sorted
 * again.
 */
public final class VectorBytes {
    private static final int WEIGHT = 14;
    private static final int HEAVIEST = 3;

    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private int count;

    VectorBytes() {}

    /** Words that stand nowhere in particular, each once. */
    public static VectorBytes alone(Collection<String> words) {
        VectorBytes out = new VectorBytes();
        words.stream().distinct().sorted().forEach(word -> out.add(word, new Places()));
        return out;
    }

    /** These and others behind them, of which none is among these. */
    public byte[] with(VectorBytes others) {
        return ByteBuffer.allocate(Integer.BYTES + words.size() + others.words.size())
                .putInt(count + others.count)
                .put(words.toByteArray())
                .put(others.words.toByteArray())
                .array();
    }

    void add(String word, Places places) {
        words.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        words.write(0);
        twoBytes(places.count());
        for (int i = 0; i < places.count(); i++) {
            twoBytes(weight(places.weight(i)) << WEIGHT | places.at(i));
        }
        count++;
    }

    private static int weight(Weight weight) {
        return HEAVIEST - weight.ordinal();
    }

    private void twoBytes(int number) {
        words.write(number >> Byte.SIZE);
        words.write(number);
    }
}
