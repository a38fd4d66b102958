package org.lacuna.publication;

import java.util.Optional;

/**
 * Where a list goes on. It goes on in the record as it stood when the list began, so nothing is missed or told twice
 * whatever changes meanwhile.
 *
 * @param at the number of the last change that the list knows
 * @param total how many there are in all; empty where they were too many to count
 * @param place of the last one that was handed out
 */
public record Cursor(long at, Optional<Long> total, Place place) {
    /**
     * The place of one in a list.
     *
     * @param key what the list is ordered by
     * @param sequence of its version
     * @param position within the version, where a list holds several of it
     */
    public record Place(String key, long sequence, int position) {}
}
