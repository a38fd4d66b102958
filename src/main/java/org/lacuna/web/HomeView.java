package org.lacuna.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lacuna.publication.Numbers;
import org.lacuna.publication.PublicCase;

/**
 * What the home page shows.
 *
 * @param total how many public cases there are, the denominator of every share
 * @param figures none while there is no case
 */
record HomeView(long total, List<Figure> figures, List<CaseLine> latest) {
    /**
     * One number with what it is made of.
     *
     * @param share whether it is a part of all cases
     */
    record Figure(String label, long value, boolean share, long verified, long unverified) {}

    static HomeView of(Numbers numbers, List<PublicCase> latest) {
        return new HomeView(
                numbers.cases(),
                numbers.cases() == 0
                        ? List.of()
                        : List.of(
                                figure(numbers, numbers.cases() == 1 ? "case" : "cases", false, status -> true),
                                figure(numbers, "with no full lift recorded", true, HomeView::notLifted),
                                figure(numbers, "restored", true, "restored"::equals)),
                latest.stream().map(CaseLine::of).toList());
    }

    private static boolean notLifted(String status) {
        return status.equals("restricted") || status.equals("partially-restored");
    }

    private static Figure figure(Numbers numbers, String label, boolean share, Predicate<String> counts) {
        long all = sum(numbers.cells().stream().filter(cell -> counts.test(cell.status())));
        long verified = sum(numbers.cells().stream()
                .filter(cell ->
                        counts.test(cell.status()) && cell.verification().equals("verified")));
        return new Figure(label, all, share, verified, all - verified);
    }

    private static long sum(Stream<Numbers.Cell> cells) {
        return cells.mapToLong(Numbers.Cell::cases).sum();
    }
}
