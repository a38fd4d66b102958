package org.lacuna.intake;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Submissions for the desk: to read, and to decide about once. Never for a page that the public sees. */
@ApplicationScoped
public class Submissions {
    private final SubmissionRepository repository;
    private final SealTold seal;

    Submissions(SubmissionRepository repository, SealTold seal) {
        this.repository = repository;
        this.seal = seal;
    }

    /**
     * Part of the queue, opened.
     *
     * @param states which ones
     * @param page from 0
     * @param size of a page
     */
    @Transactional
    public List<Submission> queue(List<SubmissionState> states, boolean newestFirst, int page, int size) {
        return repository.queue(states, newestFirst, Page.of(page, size)).stream()
                .map(this::opened)
                .toList();
    }

    /** How many there are in these states. */
    @Transactional
    public long count(List<SubmissionState> states) {
        return repository.count(states);
    }

    /** One submission. */
    @Transactional
    public Optional<Submission> find(SubmissionId id) {
        return repository.findByIdOptional(id.value()).map(this::opened);
    }

    /** Notes that an editor has opened it; the person can see that. */
    @Transactional
    public void lookAt(SubmissionId id) {
        repository.hold(id).ifPresent(StoredSubmission::lookAt);
    }

    /** @throws AlreadyDecided if it is no longer open */
    @Transactional
    public void close(SubmissionId id, ClosingReason reason) {
        repository.hold(id).orElseThrow().close(reason);
    }

    /**
     * Notes the public case that came out of it.
     *
     * @throws AlreadyDecided if it is no longer open
     */
    @Transactional
    public void publish(SubmissionId id, String caseSlug) {
        repository.hold(id).orElseThrow().publish(caseSlug);
    }

    private Submission opened(StoredSubmission stored) {
        return new Submission(
                stored.id(),
                stored.received(),
                stored.state(),
                seal.open(stored.id(), stored.sealed()),
                stored.closedBecause(),
                stored.caseSlug());
    }
}
