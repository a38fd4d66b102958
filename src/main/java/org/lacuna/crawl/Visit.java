package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.crawl.detect.Detection;
import org.lacuna.crawl.detect.Detector;
import org.lacuna.evidence.EvidenceNotKept;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.Answer;
import org.lacuna.fetch.FetchOptions;
import org.lacuna.fetch.Fetched;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Fetches a page, keeps the exchange, then reads it: what was not kept is not even looked at. */
@ApplicationScoped
class Visit {
    private final GuardedFetcher fetcher;
    private final EvidenceStore evidence;

    Visit(GuardedFetcher fetcher, EvidenceStore evidence) {
        this.fetcher = fetcher;
        this.evidence = evidence;
    }

    /**
     * Looks at one page with one platform's definition, at the pace it allows.
     *
     * @throws EvidenceNotKept if there was an answer and the disk refused it
     */
    Look look(Platform platform, URI page) {
        FetchOptions pace = platform.fetch()
                .map(plan -> FetchOptions.atMostPerMinute(plan.atMostPerMinute()))
                .orElse(FetchOptions.USUAL);
        Fetched fetched = fetcher.fetch(page, pace);
        if (fetched instanceof Answer answer) {
            Digest kept = evidence.keep(answer);
            Detection detected = Detector.detect(platform, answer);
            return new Look(page, answer.at(), detected.outcome(), detected.rule(), detected.why(), Optional.of(kept));
        }
        NoAnswer none = (NoAnswer) fetched;
        String why = none.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + none.detail();
        return new Look(page, none.at(), Outcome.NO_ANSWER, Optional.empty(), why, Optional.empty());
    }
}
