package org.lacuna.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.intake.seal.Recipient;

/** A row of submissions: what the person told is written once; its state, consents and end are not. */
@Entity
@Table(name = "submission")
class StoredSubmission {
    @Id
    private UUID id;

    @Column(updatable = false)
    private LocalDate received;

    private String state;

    @Column(name = "closed_because")
    private String closedBecause;

    private String recipient;
    private byte[] sealed;

    @Column(name = "may_count")
    private boolean mayCount;

    @Column(name = "may_publish_facts")
    private boolean mayPublishFacts;

    @Column(name = "may_publish_name")
    private boolean mayPublishName;

    @Column(name = "may_publish_evidence")
    private boolean mayPublishEvidence;

    @Column(name = "wants_watch")
    private boolean wantsWatch;

    SubmissionId id() {
        return new SubmissionId(id);
    }

    SubmissionState state() {
        return SubmissionState.of(state);
    }

    Consents consents() {
        return new Consents(mayCount, mayPublishFacts, mayPublishName, mayPublishEvidence);
    }

    /** Empty once it is withdrawn. */
    Optional<Recipient> recipient() {
        return Optional.ofNullable(recipient).map(Recipient::new);
    }

    /** Empty once it is withdrawn. */
    Optional<byte[]> sealed() {
        return Optional.ofNullable(sealed);
    }

    Submission submission() {
        return new Submission(
                id(),
                received,
                state(),
                Optional.ofNullable(closedBecause).map(ClosingReason::of),
                consents(),
                wantsWatch);
    }

    void lookAt() {
        if (state() == SubmissionState.RECEIVED) {
            state = SubmissionState.LOOKED_AT.word();
        }
    }

    void close(ClosingReason reason) {
        decide(SubmissionState.CLOSED);
        closedBecause = reason.word();
    }

    /** More than one case may come out of it. */
    void publish() {
        if (state() != SubmissionState.PUBLISHED) {
            decide(SubmissionState.PUBLISHED);
        }
    }

    void consent(Consents given) {
        mayCount = given.statistics();
        mayPublishFacts = given.facts();
        mayPublishName = given.name();
        mayPublishEvidence = given.evidence();
    }

    void watch(boolean wanted) {
        wantsWatch = wanted;
    }

    void withdraw() {
        state = SubmissionState.WITHDRAWN.word();
        closedBecause = null;
        recipient = null;
        sealed = null;
        wantsWatch = false;
        consent(Consents.NONE);
    }

    private void decide(SubmissionState next) {
        if (!state().open()) {
            throw new AlreadyDecided(id(), state());
        }
        state = next.word();
    }
}
