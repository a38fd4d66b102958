package org.lacuna.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.lacuna.page.language.Language;
import org.lacuna.shared.SiteAddress;

/** In which language a page was asked for, and where it is. Tells every template of it, so that none can be forgotten. */
@ApplicationScoped
public class AskedIn {
    private final CurrentVertxRequest current;
    private final String root;

    AskedIn(CurrentVertxRequest current, SiteAddress site) {
        this.current = current;
        this.root = site.configured()
                .map(address -> address.toString().replaceAll("/$", ""))
                .orElse("");
    }

    void tellTemplates(@Observes EngineBuilder engine) {
        // here, so that the server does not start with a text missing in one language
        Say.in(Language.ENGLISH);
        engine.addTemplateInstanceInitializer(
                template -> here().ifPresent(here -> template.setAttribute(Here.ATTRIBUTE, here)));
    }

    /** What speaks the language of the request; English where there is none. */
    public Say say() {
        return here().map(Here::say).orElseGet(() -> Say.in(Language.ENGLISH));
    }

    private Optional<Here> here() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).map(this::here)
                : Optional.empty();
    }

    private Here here(RoutingContext asked) {
        return Here.at(
                root, Here.pathOf(asked), Optional.ofNullable(asked.request().query()));
    }
}
