package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.lacuna.evidence.EvidenceNotKept;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Recognised;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** Looks at one page at once and tells what was seen. Keeps the exchange, records no observation, concludes nothing. */
@ApplicationScoped
public class Probe {
    private final Platforms platforms;
    private final Visit visit;
    private final EvidenceStore evidence;

    Probe(Platforms platforms, Visit visit, EvidenceStore evidence) {
        this.platforms = platforms;
        this.visit = visit;
        this.evidence = evidence;
    }

    /**
     * What one visit showed.
     *
     * @param platform whose definition read the page
     * @param subject the subject's id there, if the URL shows one
     * @param page the page that was asked for, which a definition may choose
     * @param why one sentence for a person
     */
    public record Probed(
            String platform,
            Optional<String> subject,
            URI page,
            Instant seen,
            Outcome outcome,
            Optional<String> rule,
            String why,
            Optional<Kept> evidence) {}

    /** Where the exchange is. */
    public record Kept(Digest digest, Path file) {}

    /**
     * Looks at a page with the definition of its platform, or with the one for any site.
     *
     * @throws EvidenceNotKept if there was an answer and the disk refused it
     */
    public Probed probe(URI url) {
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
        Look look = visit.look(platform, page);
        return new Probed(
                platform.id(),
                subject,
                page,
                look.seen(),
                look.outcome(),
                look.rule(),
                look.why(),
                look.evidence().map(digest -> new Kept(digest, evidence.path(digest))));
    }
}
