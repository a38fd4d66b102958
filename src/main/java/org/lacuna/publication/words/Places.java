package org.lacuna.publication.words;

import java.util.Arrays;

/**
 * Where one word stands in a document, and with which weight. Texts are added one behind the other, so places come in their
 * order. Most words stand in one place only, and a document has hundreds: a map for each would cost more than to find them.
 */
final class Places {
    private static final Weight[] WEIGHTS = Weight.values();

    private int[] at = new int[1];
    private byte[] weights = new byte[1];
    private int count;

    int count() {
        return count;
    }

    /**
     * Adds a place that is not before the last one.
     *
     * @return whether it is new; the first weight at a place stays
     */
    boolean add(int place, Weight weight) {
        if (count > 0 && at[count - 1] >= place) {
            if (at[count - 1] > place) {
                throw new IllegalArgumentException("expected a place from " + at[count - 1] + " on, found " + place);
            }
            return false;
        }
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        at[count] = place;
        weights[count++] = (byte) weight.ordinal();
        return true;
    }

    int at(int which) {
        return at[which];
    }

    Weight weight(int which) {
        return WEIGHTS[weights[which]];
    }

    /** As PostgreSQL reads it behind a word. */
    void write(StringBuilder out) {
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? ':' : ',').append(at[i]).append(WEIGHTS[weights[i]].name());
        }
    }
}
