package org.lacuna.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lacuna.fetch.Validators;
import org.lacuna.platform.Platforms;

/** Records the entries of a feed in which one of its words stands; each address once, whatever feeds bring it. */
@ApplicationScoped
class RecordLeads {
    private final LeadQueries queries;
    private final LeadSettings settings;
    private final Platforms platforms;
    private final Event<LeadFound> found;
    private final Clock clock;

    RecordLeads(LeadQueries queries, LeadSettings settings, Platforms platforms, Event<LeadFound> found, Clock clock) {
        this.queries = queries;
        this.settings = settings;
        this.platforms = platforms;
        this.found = found;
        this.clock = clock;
    }

    /** What was recorded and how far the feed is read stand together or not at all; how many leads are new. */
    @Transactional
    int record(Feed feed, List<FeedEntry> entries, Optional<Validators> validators) {
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.oldest());
        List<Lead> leads = entries.stream()
                .filter(entry -> entry.published().map(at -> at.isAfter(oldest)).orElse(true))
                .flatMap(entry -> lead(feed, entry).stream())
                .filter(lead -> !queries.known(lead.url()))
                .toList();
        leads.stream().limit(settings.atOnce()).forEach(lead -> {
            if (queries.insert(lead, now)) {
                found.fire(new LeadFound(lead));
            }
        });
        // with a rest to come, the feed must be read again although it does not change
        boolean rest = leads.size() > settings.atOnce();
        queries.read(feed.url(), rest ? Optional.empty() : validators, Optional.empty(), now);
        return Math.min(leads.size(), settings.atOnce());
    }

    @Transactional
    void failed(Feed feed, Optional<Validators> validators, String problem) {
        queries.read(feed.url(), validators, Optional.of(problem), clock.instant());
    }

    private Optional<Lead> lead(Feed feed, FeedEntry entry) {
        List<String> words = feed.in(entry.text());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Lead(
                UUID.randomUUID(),
                feed.name(),
                entry.title(),
                entry.url(),
                entry.published(),
                feed.language(),
                words,
                about(entry)));
    }

    private Optional<Lead.About> about(FeedEntry entry) {
        return Stream.concat(entry.links().stream(), Stream.of(entry.url()))
                .flatMap(link -> about(link).stream())
                .findFirst();
    }

    private Optional<Lead.About> about(URI link) {
        return platforms.recognise(link).flatMap(known -> known.subject()
                .map(subject -> new Lead.About(known.platform().id(), subject.id())));
    }
}
