package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Describes the subject of a case, or the incident, anew; earlier descriptions stay. */
@ApplicationScoped
public class DescribeSubject {
    private final OpenCase open;

    DescribeSubject(OpenCase open) {
        this.open = open;
    }

    /** @throws IllegalArgumentException if the case cannot be changed */
    @Transactional
    public void describe(String caseSlug, Subject subject) {
        open.describe(open.standing(caseSlug), subject);
    }

    /**
     * Gives the incident of a case another title and summary.
     *
     * @throws IllegalArgumentException if the case cannot be changed
     */
    @Transactional
    public void word(String caseSlug, String title, String summary) {
        Incident incident = open.standing(caseSlug).incident();
        Incident worded = new Incident(incident.slug(), title, summary, incident.sources(), incident.cases());
        open.store().wording(worded, open.now());
        open.tell(incident, caseSlug);
    }
}
