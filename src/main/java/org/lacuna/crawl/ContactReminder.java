package org.lacuna.crawl;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.lacuna.fetch.FetchSettings;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/** Tells the operator of a crawler that the sites we visit cannot reach anybody. */
@ApplicationScoped
class ContactReminder {
    private static final Logger LOG = Logger.getLogger(ContactReminder.class);

    private final ThisProcess process;
    private final FetchSettings settings;

    ContactReminder(ThisProcess process, FetchSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    void remind(@Observes StartupEvent started) {
        if (process.plays(Role.CRAWLER) && settings.contact().equals(FetchSettings.NO_CONTACT)) {
            LOG.warn("lacuna.fetch.contact is still " + FetchSettings.NO_CONTACT
                    + ": set it to a page that tells a site's owner who visits and whom to write to");
        }
    }
}
