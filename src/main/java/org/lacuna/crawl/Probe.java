package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.evidence.Place;
import org.lacuna.observation.Vantage;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Looks at one page at once and tells what was seen. Keeps the exchange, records no observation, concludes nothing. */
@ApplicationScoped
public class Probe {
    private final Platforms platforms;
    private final Vantages vantages;
    private final Visit visit;
    private final EvidenceStore evidence;

    Probe(Platforms platforms, Vantages vantages, Visit visit, EvidenceStore evidence) {
        this.platforms = platforms;
        this.vantages = vantages;
        this.visit = visit;
        this.evidence = evidence;
    }

    /**
     * What one visit showed.
     *
     * @param platform whose definition read the page
     * @param subject the subject's id there, if the URL shows one
     * @param identity the platform's own number for it, if the page shows one
     * @param page the page that was asked for, which a definition may choose
     * @param vantage where we looked from
     * @param why one sentence for a person
     * @param evidence the kept exchange
     */
    public record Probed(
            String platform,
            Optional<String> subject,
            Optional<String> identity,
            URI page,
            Vantage vantage,
            Instant seen,
            Outcome outcome,
            Optional<String> rule,
            String why,
            Optional<Kept> evidence) {}

    /** The exchange and where it is. */
    public record Kept(Digest digest, Place place) {}

    /**
     * Looks at a page with the definition of its platform, or with the one for any site.
     *
     * @param vantage the name of a configured vantage; empty for the first
     * @throws IllegalArgumentException if there is no vantage of this name
     * @throws PlatformStopped if the operator stopped all visits to the platform
     * @throws org.lacuna.evidence.EvidenceNotKept if there was an answer and the disk refused it
     */
    public Probed probe(URI url, Optional<String> vantage) {
        Vantages.Ready from = from(vantage);
        Optional<Recognised> recognised = platforms
                .recognise(url)
                .filter(found -> found.platform().fetch().isPresent());
        Platform platform = recognised
                .map(Recognised::platform)
                .or(() -> platforms.find(Platforms.ANY_SITE))
                .orElseThrow(() -> new IllegalStateException("expected crawlers/" + Platforms.ANY_SITE + ".yaml"));
        Optional<String> subject = recognised.flatMap(Recognised::subject).map(Recognised.Subject::id);
        URI page = subject.flatMap(id -> platform.fetch().map(plan -> plan.pageOf(id)))
                .orElse(url);
        Duration pause = platform.fetch()
                .map(plan -> Duration.ofMinutes(1).dividedBy(plan.atMostPerMinute()))
                .orElse(Duration.ZERO);
        Look look = visit.look(new Visit.Asked(platform, page, from, pause, Optional.empty(), Optional.empty()));
        return new Probed(
                platform.id(),
                subject,
                look.identity(),
                page,
                from.vantage(),
                look.seen(),
                look.outcome(),
                look.rule(),
                look.why(),
                look.exchange()
                        .map(exchange -> evidence.keepAll(List.of(exchange)).get(0))
                        .flatMap(digest -> evidence.where(digest).map(place -> new Kept(digest, place))));
    }

    private Vantages.Ready from(Optional<String> name) {
        return name.map(asked -> vantages.named(asked)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "expected a vantage out of " + vantages.names() + ", found '" + asked + "'")))
                .orElseGet(() -> vantages.all().iterator().next());
    }
}
