package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lacuna.crawl.detect.Detection;
import org.lacuna.crawl.detect.Fingerprint;
import org.lacuna.evidence.Keeping;
import org.lacuna.fetch.Answer;
import org.lacuna.fetch.BrowserFetcher;
import org.lacuna.fetch.FetchOptions;
import org.lacuna.fetch.Fetched;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.fetch.Validators;
import org.lacuna.platform.FetchPlan;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/**
 * Fetches a page and reads it, as far as that is needed: where everything the detector would look at is as it was, the
 * last detection stands. Nothing is recorded here, and nothing may be before the exchange is kept.
 */
@ApplicationScoped
class Visit {
    private static final int NOT_MODIFIED = 304;

    private final GuardedFetcher fetcher;
    private final BrowserFetcher browser;
    private final CrawlSettings settings;
    private final Clock clock;
    private final Reader reader;

    Visit(GuardedFetcher fetcher, BrowserFetcher browser, Reader reader, CrawlSettings settings, Clock clock) {
        this.fetcher = fetcher;
        this.browser = browser;
        this.settings = settings;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * A page to look at.
     *
     * @param pause the least time between two requests to its host
     * @param ownHost the host that the caller alone asks at the moment
     * @param last what the last full look showed
     */
    record Asked(
            Platform platform,
            URI page,
            Vantages.Ready from,
            Duration pause,
            Optional<String> ownHost,
            Optional<Memory> last) {}

    /** Looks at a page with a platform's definition. */
    Look look(Asked asked) {
        if (settings.stopped()
                .filter(stopped -> stopped.contains(asked.platform().id()))
                .isPresent()) {
            throw new PlatformStopped(asked.platform());
        }
        // a loss is looked at in full each time
        Optional<Memory> usable = asked.last().filter(last -> last.outcome() == Outcome.AVAILABLE);
        FetchOptions options = new FetchOptions(
                asked.pause(),
                asked.from().exit(),
                usable.filter(last -> fresh(last, asked)).flatMap(Memory::validators),
                asked.ownHost());
        boolean withBrowser =
                asked.platform().fetch().filter(FetchPlan::browser).isPresent();
        Fetched fetched = withBrowser
                // what a browser shows has no validators of its own
                ? browser.fetch(
                        asked.page(),
                        new FetchOptions(asked.pause(), options.exit(), Optional.empty(), asked.ownHost()))
                : fetcher.fetch(asked.page(), options);
        if (fetched instanceof NoAnswer none) {
            return failed(asked.page(), none);
        }
        Answer answer = (Answer) fetched;
        return answer.status() == NOT_MODIFIED && options.validators().isPresent()
                ? unchanged(asked, answer, usable.orElseThrow())
                : read(asked, answer);
    }

    /** What another definition has read says nothing of this one, and everything is looked at in full now and then. */
    private boolean fresh(Memory last, Asked asked) {
        return last.page().equals(asked.page())
                && last.definition().equals(asked.platform().digest())
                && last.at().plus(settings.fullLook()).isAfter(clock.instant());
    }

    private Look unchanged(Asked asked, Answer answer, Memory last) {
        return new Look(
                asked.page(),
                answer.at(),
                last.outcome(),
                last.rule(),
                last.why(),
                Optional.empty(),
                Optional.of(new Keeping(answer, Optional.of(last.evidence()))),
                Optional.empty(),
                Optional.empty());
    }

    private Look read(Asked asked, Answer answer) {
        Digest lookedAt = Fingerprint.of(asked.platform(), answer);
        Optional<Memory> same = asked.last().filter(last -> last.lookedAt().equals(lookedAt));
        if (same.isPresent()) {
            return unchanged(asked, answer, same.get());
        }
        Detection detection = reader.read(asked.platform(), answer);
        return new Look(
                asked.page(),
                answer.at(),
                detection.outcome(),
                detection.rule(),
                detection.why(),
                detection.identity(),
                Optional.of(new Keeping(answer, Optional.empty())),
                Optional.of(new Look.Full(lookedAt, Validators.of(answer))),
                Optional.empty());
    }

    private static Look failed(URI page, NoAnswer none) {
        String why = none.reason().word() + ": " + none.detail();
        return new Look(
                page,
                none.at(),
                Outcome.NO_ANSWER,
                Optional.empty(),
                why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(none.reason()));
    }
}
