package org.lacuna.publication.counts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.publication.CaseFilter;
import org.lacuna.statistics.Finding;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;

/**
 * How long restrictions lasted, by some dimensions, of which verification is always one.
 *
 * @param by the dimensions; verification comes first unless it was asked for elsewhere
 * @param sequence number of the last change that counts
 * @param leftOut how many restrictions of other levels of verification fit the filter too
 */
public record Latencies(
        List<Dimension> by, CaseFilter filter, long sequence, Map<String, Long> leftOut, List<Group> groups) {
    /**
     * The restrictions that have these values.
     *
     * @param values of the dimensions, in their order; empty for “none recorded”
     * @param sample what is known of how long each lasted
     */
    public record Group(List<Optional<String>> values, Sample sample, Finding<Survival> survival) {}

    /** Whether one restriction can stand in several groups. */
    public boolean overlaps() {
        return by.stream().anyMatch(each -> each.overlaps(Unit.RESTRICTIONS));
    }
}
