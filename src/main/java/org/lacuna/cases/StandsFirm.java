package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps what is gone for good from coming back: out of an old file, an old backup, or an editor's form that was open
 * since before.
 */
@ApplicationScoped
class StandsFirm {
    private final RedactionQueries redactions;
    private final Redirects redirects;

    StandsFirm(RedactionQueries redactions, Redirects redirects) {
        this.redactions = redactions;
        this.redirects = redirects;
    }

    /** @throws RecordIncident.AlreadyRecorded if this passage, which now reads otherwise, is gone for good */
    void check(Passage passage, String what) {
        if (gone(passage)) {
            throw new RecordIncident.AlreadyRecorded(what, "It is redacted for good; leave it out");
        }
    }

    /** @throws RecordIncident.AlreadyRecorded if nothing new can be added to this case: it was merged, or is gone */
    void checkOpen(String caseSlug) {
        if (gone(Passage.wholeCase(caseSlug))) {
            throw new RecordIncident.AlreadyRecorded(
                    "case '" + caseSlug + "'", "It is redacted for good; leave it out");
        }
        redirects.merged(caseSlug).ifPresent(merged -> {
            throw new RecordIncident.AlreadyRecorded(
                    "case '" + caseSlug + "'",
                    "It was merged; add what is new to '" + redirects.follow(caseSlug) + "'");
        });
    }

    private boolean gone(Passage passage) {
        return redactions.of(passage).filter(Redaction::permanent).isPresent()
                || !passage.ofIncident()
                        && redactions
                                .of(Passage.wholeCase(passage.owner()))
                                .filter(Redaction::permanent)
                                .isPresent();
    }
}
