package org.lacuna.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.observation.Conclusion;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.Standing;
import org.lacuna.shared.Outcome;

/**
 * Decides when looks become a conclusion. It has no memory and no clock: the same looks always give the same judgement.
 *
 * <p>A look <em>counts</em> if it says something about the subject (a conclusive outcome) and the platform's control was
 * alive beside it. A look that does not count is passed over: it neither adds to an agreement nor ends one. If a bot
 * wall ended an agreement, a platform could hide a suspension behind one; if it added to one, a bot wall would look like
 * a suspension. Nor is anything concluded on the occasion of such a look: the newest look must count.
 *
 * <p>The agreement is the run of counting looks, back from the newest, that all show one outcome. {@code not-found}
 * after {@code suspended} is a disagreement, although both are losses: which of them stands is what we are asked.
 * Agreement must be of a number of looks and over a span of time, since three looks in a minute share one bad minute.
 *
 * <p>A subject that turns back and forth is flapping: by the third turn in a week (a loss and a return are two) it must
 * hold still for two days before anything is concluded. So a quick return is told quickly and flapping is not told at
 * every turn.
 */
final class Judge {
    private final CrawlSettings.Thresholds settings;

    Judge(CrawlSettings.Thresholds settings) {
        this.settings = settings;
    }

    /**
     * Judges the looks at one subject.
     *
     * @param looks at one subject from one vantage, in any order
     * @param standing what was concluded before
     */
    Judgement judge(List<Observation> looks, Optional<Standing> standing) {
        List<Observation> all =
                looks.stream().sorted(Comparator.comparing(Observation::seen)).toList();
        if (all.isEmpty() || !last(all).counts()) {
            return new Judgement.Nothing(all.isEmpty() ? "There was no look." : doesNotCount(last(all)));
        }
        List<Observation> counting = all.stream().filter(Observation::counts).toList();
        Outcome outcome = last(counting).outcome();
        if (standing.filter(before -> before.outcome() == outcome).isPresent()) {
            return new Judgement.Nothing("It still is " + outcome.word() + ".");
        }
        List<Observation> agreeing = run(counting);
        if (standing.filter(
                        before -> !before.lastSeen().isBefore(agreeing.get(0).seen()))
                .isPresent()) {
            return new Judgement.Nothing("The clock went back between the looks, so their order is not known.");
        }
        return weigh(agreeing, turns(counting, agreeing), standing);
    }

    private Judgement weigh(List<Observation> agreeing, long turns, Optional<Standing> standing) {
        Outcome outcome = agreeing.get(0).outcome();
        boolean back = outcome == Outcome.AVAILABLE;
        int looks = back ? settings.backLooks() : settings.goingLooks();
        Duration span = back ? settings.backSpan() : settings.goingSpan();
        boolean flapping = turns >= settings.flapTurns();
        Duration needed = flapping && settings.flapHold().compareTo(span) > 0 ? settings.flapHold() : span;
        Duration held = Duration.between(agreeing.get(0).seen(), last(agreeing).seen());
        String tally = agreeing.size() + " of " + looks + " looks agree on " + outcome.word() + " over " + words(held)
                + " of " + words(needed) + (flapping ? ", asked for because it turned " + turns + " times" : "") + ".";
        if (agreeing.size() < looks || held.compareTo(needed) < 0) {
            return new Judgement.Pending(tally, span.dividedBy(Math.max(1, looks - 1)));
        }
        return new Judgement.Concluded(tally, new Conclusion(standing, agreeing));
    }

    /** The run of looks at the end that agree. */
    private static List<Observation> run(List<Observation> counting) {
        int start = counting.size() - 1;
        while (start > 0 && counting.get(start - 1).outcome() == last(counting).outcome()) {
            start--;
        }
        return counting.subList(start, counting.size());
    }

    /** How often the outcome turned in the window before the run, the turn into the run included. */
    private long turns(List<Observation> counting, List<Observation> run) {
        Instant since = run.get(0).seen().minus(settings.flapWindow());
        long turns = 0;
        for (int i = 1; i <= counting.size() - run.size(); i++) {
            boolean turned = counting.get(i).outcome() != counting.get(i - 1).outcome();
            if (turned && !counting.get(i).seen().isBefore(since)) {
                turns++;
            }
        }
        return turns;
    }

    private static String doesNotCount(Observation look) {
        if (!look.outcome().conclusive()) {
            return "The last look was " + look.outcome().word() + ", which says nothing about the subject: "
                    + look.why();
        }
        return "The last look was " + look.outcome().word() + ", but nothing is concluded: "
                + (look.control() == ControlState.NONE
                        ? "the platform has no control."
                        : "the control was not alive (" + look.control().word() + ").");
    }

    private static Observation last(List<Observation> looks) {
        return looks.get(looks.size() - 1);
    }

    private static String words(Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
