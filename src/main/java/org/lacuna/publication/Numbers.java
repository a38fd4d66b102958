package org.lacuna.publication;

import java.util.List;
import java.util.function.Predicate;

/**
 * How many public cases there are, by status and verification. Verified and unverified are always told apart.
 *
 * @param cells each pair that occurs
 */
public record Numbers(List<Cell> cells) {
    /** How many cases have this status and this verification. */
    public record Cell(String status, String verification, long cases) {}

    /** All public cases. */
    public long cases() {
        return count(cell -> true);
    }

    /** Those with this status. */
    public long withStatus(String status) {
        return count(cell -> cell.status().equals(status));
    }

    /** Those with this level of verification. */
    public long withVerification(String level) {
        return count(cell -> cell.verification().equals(level));
    }

    /** Those that an editor has checked. */
    public long verified() {
        return withVerification("verified");
    }

    /** Those that no editor has checked. */
    public long unverified() {
        return cases() - verified();
    }

    private long count(Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToLong(Cell::cases).sum();
    }
}
