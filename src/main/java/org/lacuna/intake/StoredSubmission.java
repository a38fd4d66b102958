package org.lacuna.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A row of submissions: everything but its state is written once. */
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

    @Column(name = "case_slug")
    private String caseSlug;

    @Column(name = "wrapped_key", updatable = false)
    private byte[] wrappedKey;

    @Column(updatable = false)
    private byte[] sealed;

    SubmissionId id() {
        return new SubmissionId(id);
    }

    LocalDate received() {
        return received;
    }

    SubmissionState state() {
        return SubmissionState.of(state);
    }

    Optional<ClosingReason> closedBecause() {
        return Optional.ofNullable(closedBecause).map(ClosingReason::of);
    }

    Optional<String> caseSlug() {
        return Optional.ofNullable(caseSlug);
    }

    SealedTold sealed() {
        return new SealedTold(wrappedKey, sealed);
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

    void publish(String slug) {
        decide(SubmissionState.PUBLISHED);
        caseSlug = slug;
    }

    private void decide(SubmissionState next) {
        if (!state().open()) {
            throw new AlreadyDecided(id(), state());
        }
        state = next.word();
    }
}
