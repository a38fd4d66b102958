package org.lacuna.publication.counts;

import java.util.List;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.statistics.Finding;
import org.lacuna.statistics.Share;

/**
 * Counts by some dimensions, of which verification is always one.
 *
 * @param by the dimensions; verification comes first unless it was asked for elsewhere
 * @param sequence number of the last change that counts
 * @param total all that fit the filter, each once
 */
public record Counted(Unit unit, List<Dimension> by, CaseFilter filter, long sequence, long total, List<Cell> cells) {
    /**
     * One cell.
     *
     * @param values of the dimensions, in their order; empty for “none recorded”
     * @param of how many have all but the last of these values: the denominator
     */
    public record Cell(List<Optional<String>> values, long count, long of, Finding<Share> share) {}

    /** Whether one unit can stand in several cells, so that cells can add up to more than their denominator. */
    public boolean overlaps() {
        return by.stream().anyMatch(each -> each.overlaps(unit));
    }
}
