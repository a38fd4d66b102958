package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.observation.ControlState;
import org.lacuna.observation.Observation;
import org.lacuna.observation.Standing;
import org.lacuna.observation.Vantage;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Looks written as one word per look, three hours apart: A available, S suspended, … and a dead control as '!'; and the
 * judge with the settings we ship.
 */
final class Looks {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration STEP = Duration.ofHours(3);

    private static final Judge JUDGE = new Judge(new SmallRyeConfigBuilder()
            .withMapping(CrawlSettings.class)
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(CrawlSettings.class)
            .judgement());

    private Looks() {}

    static Judgement judge(List<Observation> looks, Optional<Standing> standing) {
        return JUDGE.judge(looks, standing);
    }

    static Judgement.Concluded concluded(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Concluded.class);
        return (Judgement.Concluded) judgement;
    }

    static Optional<Standing> available(Instant lastSeen) {
        return Optional.of(standing(Outcome.AVAILABLE, lastSeen));
    }

    static Optional<Standing> suspended(Instant lastSeen) {
        return Optional.of(standing(Outcome.SUSPENDED, lastSeen));
    }

    static Standing standing(Outcome outcome, Instant lastSeen) {
        return new Standing(
                outcome,
                START,
                Optional.empty(),
                lastSeen,
                Digest.of("definition"),
                Optional.empty(),
                List.of(Digest.of("one")));
    }

    static List<Observation> looks(String words) {
        List<Observation> looks = new ArrayList<>();
        for (String word : words.strip().split(" ")) {
            looks.add(look(
                    START.plus(STEP.multipliedBy(looks.size())),
                    outcome(word.charAt(0)),
                    word.endsWith("!") ? ControlState.FAILED : ControlState.ALIVE));
        }
        return looks;
    }

    static Outcome outcome(char letter) {
        return switch (letter) {
            case 'A' -> Outcome.AVAILABLE;
            case 'S' -> Outcome.SUSPENDED;
            case 'R' -> Outcome.REMOVED;
            case 'F' -> Outcome.NOT_FOUND;
            case 'U' -> Outcome.UNCLEAR;
            case 'C' -> Outcome.CHALLENGED;
            case 'L' -> Outcome.LOGIN_REQUIRED;
            case 'N' -> Outcome.NO_ANSWER;
            default -> throw new IllegalArgumentException("expected a letter of an outcome, found " + letter);
        };
    }

    static Observation look(Instant seen, Outcome outcome, ControlState control) {
        return new Observation(
                "test-site",
                "ana",
                URI.create("https://site.example/ana"),
                seen,
                outcome,
                Optional.empty(),
                "because",
                Vantage.direct(Optional.empty()),
                Digest.of("definition"),
                "test",
                outcome == Outcome.NO_ANSWER ? Optional.empty() : Optional.of(Digest.of(seen.toString())),
                control,
                Optional.empty());
    }
}
