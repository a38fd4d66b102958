package org.lacuna.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Case;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Incident;
import org.lacuna.cases.RecordChanged;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/**
 * Writes the public documents of what was recorded, inside the transaction that recorded it: a fact and its publication
 * are visible together or not at all. A document that would read the same as the last one is not written again.
 */
@ApplicationScoped
class Publish {
    private final Cases cases;
    private final Platforms platforms;
    private final DocumentStore store;
    private final ObjectMapper json;
    private final Clock clock;

    Publish(Cases cases, Platforms platforms, DocumentStore store, ObjectMapper json, Clock clock) {
        this.cases = cases;
        this.platforms = platforms;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    void publish(@Observes RecordChanged changed) {
        Incident incident = cases.incident(changed.incident()).orElseThrow();
        store.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PublicCase> published = new ArrayList<>();
        for (Case each : incident.cases()) {
            if (each.isPublic()) {
                published.add(publish(incident, each, now));
            }
        }
        if (!published.isEmpty()) {
            publish(incident, published, now);
        }
    }

    private PublicCase publish(Incident incident, Case each, Instant now) {
        CaseDocument document = new CaseDocument(incident, each, platform(each), json);
        Optional<PublicCase> before = store.current(PublicCase.class, each.slug());
        if (before.isPresent()
                && document.at(before.get().lastChanged(), before.get().sequence())
                        .equals(before.get())) {
            return before.get();
        }
        PublicCase after = document.at(now, store.nextSequence());
        store.write(after, before.isEmpty());
        store.project(after, incident.title() + " " + incident.summary());
        return after;
    }

    private void publish(Incident incident, List<PublicCase> published, Instant now) {
        Optional<PublicIncident> before = store.current(PublicIncident.class, incident.slug());
        if (before.isPresent()
                && document(
                                incident,
                                published,
                                before.get().lastChanged(),
                                before.get().sequence())
                        .equals(before.get())) {
            return;
        }
        PublicIncident after = document(incident, published, now, store.nextSequence());
        store.write(after, before.isEmpty());
        store.project(after);
    }

    private static PublicIncident document(Incident incident, List<PublicCase> published, Instant at, long sequence) {
        Map<String, PublicCase.Source> sources = new LinkedHashMap<>();
        published.forEach(each -> each.sources().forEach(source -> sources.put(source.id(), source)));
        return new PublicIncident(
                incident.slug(),
                incident.title(),
                incident.summary(),
                published.stream().map(PublicIncident.CaseLine::of).toList(),
                List.copyOf(sources.values()),
                published.stream()
                        .map(PublicCase::firstRecorded)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                at,
                sequence);
    }

    private PublicCase.PlatformName platform(Case each) {
        String id = each.platform().orElseThrow();
        return new PublicCase.PlatformName(
                id, platforms.find(id).map(Platform::name).orElse(id));
    }
}
