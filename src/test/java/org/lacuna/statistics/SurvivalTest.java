package org.lacuna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lacuna.statistics.SurvivalReferenceTest.found;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    @Test
    void too_few_ends_are_insufficient_however_many_last() {
        List<Lasted> many = new ArrayList<>(
                IntStream.range(0, 500).mapToObj(day -> Lasted.lasting(day)).toList());
        IntStream.range(0, 4).forEach(day -> many.add(Lasted.ended(day)));

        assertThat(Survival.of(Sample.of(many))).isEqualTo(new Finding.Insufficient<Survival>("ended", 4, 5));

        many.add(Lasted.ended(4));
        assertThat(Survival.of(Sample.of(many))).isInstanceOf(Finding.Found.class);
    }

    @Test
    void a_curve_is_read_at_any_day_and_says_between_what_where_it_may_have_fallen() {
        List<Lasted> some = new ArrayList<>(ended(2, 2, 8, 8));
        some.add(Lasted.ended(4, OptionalLong.of(6)));
        Survival survival = found(Survival.of(Sample.of(some)));

        assertThat(survival.on(0))
                .isEqualTo(new Survival.Reading(1, 1, new Band(1, 1), Optional.of(new AtRisk(0, 5, 5))));
        assertThat(survival.on(2).most()).isCloseTo(0.6, within(1e-9));
        assertThat(survival.on(2).least()).isEqualTo(survival.on(2).most());
        assertThat(survival.on(5).least()).isCloseTo(0.4, within(1e-9));
        assertThat(survival.on(5).most()).isCloseTo(0.6, within(1e-9));
        assertThat(survival.on(5).band().low())
                .isLessThanOrEqualTo(survival.on(6).band().low());
        assertThat(survival.on(5).band().high()).isEqualTo(survival.on(3).band().high());
        assertThat(survival.on(7).atRisk()).contains(new AtRisk(8, 2, 2));
        assertThat(survival.on(9).atRisk()).isEmpty();
    }

    @Test
    void the_median_is_the_first_day_at_a_half_or_below() {
        assertThat(median(ended(1, 2, 3, 4, 5))).isEqualTo(Days.between(3, 3));
        assertThat(median(ended(1, 2, 3, 4, 5, 6))).isEqualTo(Days.between(3, 3));
    }

    @Test
    void the_median_is_an_interval_where_the_curve_does_not_say_where_it_falls() {
        List<Lasted> wide = IntStream.range(0, 6)
                .mapToObj(i -> Lasted.ended(10, OptionalLong.of(20)))
                .toList();
        Survival survival = found(Survival.of(Sample.of(wide)));

        assertThat(survival.median().days()).isEqualTo(Days.between(10, 20));
        assertThat(survival.steps()).containsExactly(new Survival.Step(Days.between(10, 20), 0, new AtRisk(10, 6, 6)));
    }

    @Test
    void the_median_is_open_where_more_than_half_last() {
        List<Lasted> few = new ArrayList<>(ended(1, 2, 3, 4, 5));
        IntStream.range(0, 20).forEach(i -> few.add(Lasted.lasting(100)));
        Survival survival = found(Survival.of(Sample.of(few)));

        assertThat(survival.median().days()).isEqualTo(Days.atLeast(101));
        assertThat(survival.until()).isEqualTo(100);
        assertThat(survival.steps().get(4).after()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void what_lasts_is_at_risk_until_it_was_looked_at_last() {
        List<Lasted> some = new ArrayList<>(ended(1, 3, 3, 5, 5));
        some.add(Lasted.lasting(3));
        some.add(Lasted.ended(2, OptionalLong.of(4)));
        some.add(Lasted.unknown());
        Survival survival = found(Survival.of(Sample.of(some)));

        assertThat(survival.size()).isEqualTo(8);
        assertThat(survival.steps().stream().map(Survival.Step::atRisk))
                .containsExactly(new AtRisk(1, 7, 7), new AtRisk(3, 5, 6), new AtRisk(5, 2, 2));
    }

    @Test
    void what_nobody_knows_is_counted_and_changes_nothing_in_the_curve() {
        List<Lasted> known = ended(1, 2, 3, 4, 5);
        List<Lasted> more = new ArrayList<>(known);
        IntStream.range(0, 40).forEach(i -> more.add(Lasted.unknown()));

        assertThat(falls(found(Survival.of(Sample.of(more)))))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1)
                .isEqualTo(falls(found(Survival.of(Sample.of(known)))));
    }

    @RepeatedTest(20)
    void exact_days_give_the_curve_of_kaplan_and_meier(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Lasted> drawn = new ArrayList<>(ended(3, 3, 8, 9, 10));
        int more = random.nextInt(300);
        for (int i = 0; i < more; i++) {
            long day = random.nextInt(60);
            drawn.add(random.nextInt(3) == 0 ? Lasted.lasting(day) : Lasted.ended(day));
        }
        Survival survival = found(Survival.of(Sample.of(drawn)));

        double product = 1;
        int step = 0;
        for (long day = 0; day < 60; day++) {
            long at = day;
            long falls = drawn.stream().filter(Lasted.ended(at)::equals).count();
            long risk = drawn.stream().filter(one -> one.atRiskUntil() >= at).count();
            if (falls > 0) {
                product *= 1 - (double) falls / risk;
                assertThat(survival.steps().get(step).within()).isEqualTo(Days.between(day, day));
                assertThat(survival.steps().get(step).atRisk()).isEqualTo(new AtRisk(day, risk, risk));
                assertThat(survival.steps().get(step).after()).isCloseTo(product, within(1e-6));
                step++;
            }
        }
        assertThat(survival.steps()).hasSize(step);
    }

    @RepeatedTest(20)
    void every_curve_falls_and_never_rises_whatever_it_is_made_of(RepetitionInfo repetition) {
        Sample sample = Sample.of(drawn(new Random(repetition.getCurrentRepetition()), 300));
        Survival survival = found(Survival.of(sample));

        double before = 1;
        long last = -1;
        AtRisk risk = new AtRisk(0, Long.MAX_VALUE, Long.MAX_VALUE);
        for (Survival.Step step : survival.steps()) {
            assertThat(step.after()).isBetween(0.0, before);
            assertThat(step.within().least()).isGreaterThan(last);
            assertThat(step.atRisk().least())
                    .isBetween(0L, Math.min(risk.least(), step.atRisk().most()));
            assertThat(step.atRisk().most()).isLessThanOrEqualTo(risk.most());
            before = step.after();
            last = step.within().last();
            risk = step.atRisk();
        }
        assertThat(survival.size()).isEqualTo(survival.ended() + survival.lasting() + survival.unknown());
        Median median = survival.median();
        assertThat(median.confidence().least())
                .isLessThanOrEqualTo(median.days().last());
        assertThat(median.confidence().last())
                .isGreaterThanOrEqualTo(median.days().least());
    }

    @RepeatedTest(20)
    void no_derivative_is_above_its_value_at_the_maximum(RepetitionInfo repetition) {
        Sample sample = Sample.of(drawn(new Random(repetition.getCurrentRepetition()), 400));
        Turnbull turnbull = new Turnbull(sample);
        double[] masses = turnbull.masses();
        List<Days> support = turnbull.support().intervals();

        assertThat(Arrays.stream(masses).sum()).isCloseTo(1, within(1e-9));
        // by the definition, one sum at a time, without anything that the estimator uses
        for (int j = 0; j < masses.length; j++) {
            double pull = 0;
            for (Map.Entry<Lasted, Long> entry : sample.counts().entrySet()) {
                double chance = 0;
                for (int k = 0; k < masses.length; k++) {
                    chance += holds(entry.getKey(), support.get(k)) ? masses[k] : 0;
                }
                pull += holds(entry.getKey(), support.get(j)) ? entry.getValue() / chance : 0;
            }
            assertThat(pull / sample.size()).isLessThan(1 + 1e-8);
            assertThat(masses[j] < 1e-6 || pull / sample.size() > 1 - 1e-3).isTrue();
        }
    }

    @Test
    void the_same_durations_have_the_same_interval_in_any_order() {
        List<Lasted> drawn = drawn(new Random(3), 300);
        List<Lasted> shuffled = new ArrayList<>(drawn);
        Collections.shuffle(shuffled, new Random(4));

        assertThat(found(Survival.of(Sample.of(shuffled))).median())
                .isEqualTo(found(Survival.of(Sample.of(drawn))).median());
    }

    @Test
    void a_hundred_thousand_intervals_take_seconds_at_most() {
        Instant start = Instant.now();
        Survival survival = found(Survival.of(Sample.of(drawn(new Random(1), 100_000))));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(survival.size()).isEqualTo(100_000);
        // drawn with a median of 830 days; the interval is narrow and holds it
        assertThat(survival.median().confidence().least()).isBetween(700L, 840L);
        assertThat(survival.median().confidence().last()).isBetween(820L, 960L);
    }

    /** Exact, between bounds, lasting and unknown, about a third of each kind but the last. */
    private static List<Lasted> drawn(Random random, int size) {
        List<Lasted> drawn = new ArrayList<>(ended(1, 2, 3, 4, 5));
        while (drawn.size() < size) {
            long lasted = (long) (-Math.log(1 - random.nextDouble()) * 1200);
            long looked = random.nextInt(3000);
            long width = random.nextInt(60);
            long early = random.nextInt((int) width + 1);
            if (random.nextInt(50) == 0) {
                drawn.add(Lasted.unknown());
            } else if (lasted > looked) {
                drawn.add(Lasted.lasting(looked));
            } else if (random.nextBoolean()) {
                drawn.add(Lasted.ended(lasted));
            } else {
                drawn.add(Lasted.ended(Math.max(0, lasted - early), OptionalLong.of(lasted - early + width)));
            }
        }
        return drawn;
    }

    private static boolean holds(Lasted lasted, Days interval) {
        return lasted.end().least() <= interval.least()
                && interval.last() <= lasted.end().last();
    }

    private static List<Double> falls(Survival survival) {
        return survival.steps().stream().map(Survival.Step::after).toList();
    }

    private static Days median(List<Lasted> each) {
        return found(Survival.of(Sample.of(each))).median().days();
    }

    private static List<Lasted> ended(long... days) {
        return LongStream.of(days).mapToObj(Lasted::ended).toList();
    }
}
