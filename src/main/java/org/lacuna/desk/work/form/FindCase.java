package org.lacuna.desk.work.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import org.lacuna.cases.Cases;

/** Finds a case by its address. */
@ApplicationScoped
public class FindCase {
    private final Cases cases;

    FindCase(Cases cases) {
        this.cases = cases;
    }

    /** @throws NotFoundException if there is no such case */
    public KnownCase at(String slug) {
        return cases.incidentOf(slug)
                .map(incident -> new KnownCase(incident, incident.caseOf(slug)))
                .orElseThrow(() -> new NotFoundException("There is no such case."));
    }
}
