package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.crawl.Looks.judge;
import static org.lacuna.crawl.Looks.looks;
import static org.lacuna.crawl.Looks.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.Observation;
import org.lacuna.observation.Standing;
import org.lacuna.shared.Outcome;

/** What turns back and forth is told once it holds still; what comes back quickly is told quickly. */
class FlappingTest {
    @Test
    void fifty_turns_give_one_change_once_it_holds_still() {
        assertThat(changes("A A " + "S A ".repeat(50) + "S ".repeat(20))).containsExactly(Outcome.SUSPENDED);
    }

    @Test
    void turns_slow_enough_to_be_believed_are_told_once_there_and_once_back_and_then_not_again() {
        assertThat(changes("A A " + "S S S A A A ".repeat(25))).containsExactly(Outcome.SUSPENDED, Outcome.AVAILABLE);
    }

    @Test
    void a_quick_return_is_told_quickly_and_a_second_loss_weeks_later_too() {
        assertThat(changes("A A S S S A A " + "A ".repeat(80) + "S S S"))
                .containsExactly(Outcome.SUSPENDED, Outcome.AVAILABLE, Outcome.SUSPENDED);
    }

    /** Hands the judge one look after the other, as the crawler does, and collects what it tells the world. */
    private List<Outcome> changes(String words) {
        List<Outcome> told = new ArrayList<>();
        List<Observation> all = looks(words);
        Optional<Standing> standing = Optional.empty();
        for (int i = 1; i <= all.size(); i++) {
            List<Observation> soFar = all.subList(0, i);
            Outcome now = soFar.get(i - 1).outcome();
            if (standing.filter(before -> before.outcome() == now).isPresent()) {
                standing = Optional.of(standing(now, soFar.get(i - 1).seen()));
            }
            if (judge(soFar, standing) instanceof Judgement.Concluded concluded) {
                concluded.conclusion().before().ifPresent(before -> told.add(now));
                standing = Optional.of(standing(now, soFar.get(i - 1).seen()));
            }
        }
        return told;
    }
}
