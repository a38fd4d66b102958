package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.lacuna.lead.Lead;
import org.lacuna.lead.LeadFound;

/** Lets a lead stand in the queue. */
@ApplicationScoped
class QueueLeads {
    private final ItemQueries queries;

    QueueLeads(ItemQueries queries) {
        this.queries = queries;
    }

    void put(@Observes LeadFound found) {
        Lead lead = found.lead();
        queries.put(new PublicItem(
                Kind.LEAD,
                lead.id().toString(),
                lead.about().map(about -> new PublicItem.About(about.platform(), about.subject())),
                lead.feed() + ": " + lead.title(),
                Optional.of(lead.url().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.of("feed " + lead.feed())));
    }
}
