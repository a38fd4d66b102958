package org.lacuna.intake.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.lacuna.page.SentParts;
import org.lacuna.page.language.Language;

/** What of the request a page may look at: its address, its body, and the circuit it came by if a proxy tells. */
@ApplicationScoped
class Asked {
    private final CurrentVertxRequest current;
    private final Says says;
    private final BudgetSettings budgets;

    Asked(CurrentVertxRequest current, Says says, BudgetSettings budgets) {
        this.current = current;
        this.says = says;
        this.budgets = budgets;
    }

    /** The language of the address. */
    Say say() {
        return says.in(Language.of(request().normalizedPath()));
    }

    /** The form with its files, if it came in parts. */
    Optional<SentParts> parts() {
        return SentParts.of(request());
    }

    /** The circuit, as the proxy before us names it. */
    Optional<String> circuit() {
        return budgets.circuitHeader()
                .map(name -> request().request().getHeader(name))
                .filter(circuit -> !circuit.isBlank());
    }

    private RoutingContext request() {
        return current.getCurrent();
    }
}
