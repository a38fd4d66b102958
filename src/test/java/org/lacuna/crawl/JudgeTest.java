package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.Looks.START;
import static org.lacuna.crawl.Looks.STEP;
import static org.lacuna.crawl.Looks.available;
import static org.lacuna.crawl.Looks.concluded;
import static org.lacuna.crawl.Looks.judge;
import static org.lacuna.crawl.Looks.look;
import static org.lacuna.crawl.Looks.looks;
import static org.lacuna.crawl.Looks.suspended;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.Standing;
import org.lacuna.shared.Outcome;

/** How many looks, over how long, and beside what, make a conclusion. */
class JudgeTest {
    @Test
    void three_agreeing_looks_over_six_hours_confirm_a_loss() {
        Judgement.Concluded concluded = concluded(judge(looks("A A S S S"), available(START.plus(STEP))));
        assertThat(concluded.conclusion().before()).map(Standing::outcome).contains(Outcome.AVAILABLE);
        assertThat(concluded.conclusion().agreeing()).hasSize(3);
        assertThat(concluded.conclusion().agreeing().get(0).seen()).isEqualTo(START.plus(STEP.multipliedBy(2)));
        assertThat(concluded.reason()).isEqualTo("3 of 3 looks agree on suspended over 6 h of 6 h.");
    }

    @Test
    void two_are_not_enough_and_the_next_look_comes_sooner() {
        Judgement.Pending pending = (Judgement.Pending) judge(looks("A S S"), available(START));
        assertThat(pending.recheck()).isEqualTo(Duration.ofHours(3));
        assertThat(pending.reason()).contains("2 of 3 looks agree on suspended over 3 h of 6 h");
    }

    @Test
    void three_looks_in_an_hour_are_not_enough() {
        List<Observation> looks = new ArrayList<>(looks("A"));
        for (int minutes = 200; minutes <= 260; minutes += 30) {
            looks.add(look(START.plus(Duration.ofMinutes(minutes)), Outcome.SUSPENDED, ControlState.ALIVE));
        }
        assertThat(judge(looks, available(START))).isInstanceOf(Judgement.Pending.class);
    }

    @Test
    void two_agreeing_looks_over_an_hour_confirm_a_return() {
        assertThat(judge(looks("S S S A"), suspended(START.plus(STEP.multipliedBy(2)))))
                .isInstanceOf(Judgement.Pending.class);
        assertThat(judge(looks("S S S A A"), suspended(START.plus(STEP.multipliedBy(2)))))
                .isInstanceOf(Judgement.Concluded.class);
    }

    @Test
    void a_subject_that_is_as_it_was_gives_nothing_to_conclude() {
        assertThat(judge(looks("A A A A"), available(START)).reason()).isEqualTo("It still is available.");
        assertThat(judge(looks("A A A A"), available(START))).isInstanceOf(Judgement.Nothing.class);
    }

    @Test
    void the_first_conclusion_about_a_subject_has_no_before() {
        assertThat(concluded(judge(looks("A A"), Optional.empty())).conclusion().before())
                .isEmpty();
        assertThat(judge(looks("S S"), Optional.empty())).isInstanceOf(Judgement.Pending.class);
        assertThat(concluded(judge(looks("S S S"), Optional.empty()))
                        .conclusion()
                        .before())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCLEAR", "CHALLENGED", "LOGIN_REQUIRED", "NO_ANSWER"})
    void a_look_that_says_nothing_about_the_subject_neither_confirms(Outcome nothing) {
        List<Observation> looks = new ArrayList<>(looks("A"));
        for (int i = 1; i < 20; i++) {
            looks.add(look(START.plus(STEP.multipliedBy(i)), nothing, ControlState.ALIVE));
        }
        assertThat(judge(looks, available(START))).isInstanceOf(Judgement.Nothing.class);
    }

    @Test
    void nor_does_it_end_an_agreement() {
        assertThat(judge(looks("A S U C S L N S"), available(START))).isInstanceOf(Judgement.Concluded.class);
    }

    @Test
    void nor_is_anything_concluded_on_its_occasion() {
        assertThat(judge(looks("A S S S C"), available(START))).isInstanceOf(Judgement.Nothing.class);
        assertThat(judge(looks("A S S S C"), available(START)).reason()).contains("challenged");
    }

    @Test
    void without_a_live_control_nothing_is_concluded_and_the_reason_is_told() {
        assertThat(judge(looks("A S! S! S!"), available(START)).reason())
                .isEqualTo(
                        "The last look was suspended, but nothing is concluded: the control was not alive (failed).");
        List<Observation> none = List.of(
                look(START, Outcome.SUSPENDED, ControlState.NONE),
                look(START.plus(STEP), Outcome.SUSPENDED, ControlState.NONE),
                look(START.plus(STEP.multipliedBy(2)), Outcome.SUSPENDED, ControlState.NONE));
        assertThat(judge(none, Optional.empty()).reason()).contains("the platform has no control");
    }

    @Test
    void looks_beside_a_dead_control_are_passed_over_whatever_they_show() {
        assertThat(judge(looks("A S S A! S! S"), available(START))).isInstanceOf(Judgement.Concluded.class);
        assertThat(judge(looks("A S S! S! S"), available(START))).isInstanceOf(Judgement.Pending.class);
    }

    @Test
    void two_kinds_of_loss_do_not_agree() {
        assertThat(judge(looks("A S F S F S F"), available(START))).isInstanceOf(Judgement.Pending.class);
        assertThat(concluded(judge(looks("A F S S S"), available(START)))
                        .conclusion()
                        .agreeing())
                .hasSize(3);
    }

    @Test
    void one_look_to_the_contrary_starts_the_count_anew() {
        assertThat(judge(looks("A S S A S S"), available(START.plus(STEP.multipliedBy(3)))))
                .isInstanceOf(Judgement.Pending.class);
    }

    @Test
    void a_loss_that_becomes_another_loss_is_a_change_with_the_numbers_of_a_loss() {
        assertThat(judge(looks("S S S R R"), suspended(START.plus(STEP.multipliedBy(2)))))
                .isInstanceOf(Judgement.Pending.class);
        assertThat(concluded(judge(looks("S S S R R R"), suspended(START.plus(STEP.multipliedBy(2)))))
                        .conclusion()
                        .agreeing())
                .extracting(Observation::outcome)
                .containsOnly(Outcome.REMOVED);
    }

    @Test
    void the_order_in_which_looks_are_handed_over_does_not_matter() {
        List<Observation> looks = new ArrayList<>(looks("A A S S S"));
        Judgement expected = judge(looks, available(START.plus(STEP)));
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(looks, new Random(seed));
            assertThat(judge(looks, available(START.plus(STEP)))).isEqualTo(expected);
        }
    }

    @Test
    void a_clock_that_went_back_concludes_nothing() {
        assertThat(judge(looks("S S S"), available(START.plus(Duration.ofDays(1))))
                        .reason())
                .contains("The clock went back");
    }

    @Test
    void no_look_is_no_conclusion() {
        assertThat(judge(List.of(), Optional.empty())).isInstanceOf(Judgement.Nothing.class);
    }
}
