package org.lacuna.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how long things last: Turnbull's estimate as a curve of steps, how many it rests on, and its median.
 *
 * @param size how many durations there are in all: the denominator
 * @param ended how many of them are known to have ended
 * @param lasting how many were there still when looked at last (right-censored)
 * @param unknown of how many nobody knows whether they ended; they change nothing in the curve
 * @param steps where the curve falls, in order
 * @param bands around the share after each step, at {@link Median#LEVEL} for each alone, see {@link Median#METHOD}
 * @param until the last day that the curve says anything about
 */
public record Survival(
        long size,
        long ended,
        long lasting,
        long unknown,
        List<Step> steps,
        List<Band> bands,
        long until,
        Median median) {
    /** With fewer ends each of them would move the curve by a fifth or more. */
    public static final long THRESHOLD = 5;

    /** Below this a step is the rounding error of an estimate. */
    private static final double NOTHING = 1e-7;

    public Survival {
        steps = List.copyOf(steps);
        bands = List.copyOf(bands);
        if (bands.size() != steps.size()) {
            throw new IllegalArgumentException("expected " + steps.size() + " bands, found " + bands.size());
        }
    }

    /**
     * One fall of the curve.
     *
     * @param within somewhere between these days; where they are several the estimate does not say where
     * @param after the share that lasted longer than these days
     * @param atRisk how many were at risk on the first of them
     */
    public record Step(Days within, double after, AtRisk atRisk) {}

    /**
     * What the curve says of one day.
     *
     * @param least the share that lasted longer, at least
     * @param most the same, at most; another one where a step may be before the day or after it
     * @param band around it, for this day alone
     * @param atRisk how many were at risk; empty after the last step
     */
    public record Reading(double least, double most, Band band, Optional<AtRisk> atRisk) {}

    /** Reads the curve at a day. */
    public Reading on(long day) {
        double least = 1;
        double most = 1;
        double low = 1;
        double high = 1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).within().last() <= day) {
                most = steps.get(i).after();
                high = bands.get(i).high();
            }
            if (steps.get(i).within().least() <= day) {
                least = steps.get(i).after();
                low = bands.get(i).low();
            }
        }
        return new Reading(least, most, new Band(low, Math.max(low, high)), atRisk(day));
    }

    /** How many were at risk on a day: those of the first step that is not before it. */
    private Optional<AtRisk> atRisk(long day) {
        return day == 0
                ? Optional.of(new AtRisk(0, size, size))
                : steps.stream()
                        .filter(step -> step.within().least() >= day)
                        .findFirst()
                        .map(Step::atRisk);
    }

    /** The estimate, if there are enough that ended. */
    public static Finding<Survival> of(Sample sample) {
        return sample.ended() < THRESHOLD
                ? new Finding.Insufficient<>("ended", sample.ended(), THRESHOLD)
                : new Finding.Found<>(estimate(sample));
    }

    private static Survival estimate(Sample sample) {
        Turnbull turnbull = new Turnbull(sample);
        double[] masses = turnbull.masses();
        List<Days> intervals = turnbull.support().intervals();
        RiskSets risk = new RiskSets(sample);
        List<Step> steps = new ArrayList<>();
        double after = 1;
        for (int j = 0; j < masses.length; j++) {
            after = Math.max(0, after - masses[j]);
            if (masses[j] > NOTHING && intervals.get(j).most().isPresent()) {
                steps.add(new Step(
                        intervals.get(j),
                        after < NOTHING ? 0 : after,
                        risk.on(intervals.get(j).least())));
            }
        }
        BayesianBootstrap bootstrap = new BayesianBootstrap(sample, Median.LEVEL);
        return new Survival(
                sample.size(),
                sample.ended(),
                sample.lasting(),
                sample.unknown(),
                steps,
                bootstrap.bands(steps.stream().map(step -> step.within().last()).toList()),
                until(intervals.get(intervals.size() - 1)),
                Median.of(turnbull, masses, bootstrap));
    }

    /** Where there is an open interval nothing is known from its beginning on. */
    private static long until(Days last) {
        return last.most().orElse(Math.max(0, last.least() - 1));
    }
}
