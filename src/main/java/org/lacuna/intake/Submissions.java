package org.lacuna.intake;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Submissions for the desk: to find, to unlock, and to decide about. Never for a page that the public sees. */
@ApplicationScoped
public class Submissions {
    private final SubmissionRepository repository;
    private final SubmissionQueries queries;
    private final SubmissionKeys keys;
    private final Event<SubmissionMoved> moved;

    Submissions(
            SubmissionRepository repository,
            SubmissionQueries queries,
            SubmissionKeys keys,
            Event<SubmissionMoved> moved) {
        this.repository = repository;
        this.queries = queries;
        this.keys = keys;
        this.moved = moved;
    }

    /**
     * Part of the queue, closed.
     *
     * @param states which ones
     * @param page from 0
     * @param size of a page
     */
    @Transactional
    public List<Submission> queue(List<SubmissionState> states, boolean newestFirst, int page, int size) {
        return repository.queue(states, newestFirst, Page.of(page, size)).stream()
                .map(StoredSubmission::submission)
                .toList();
    }

    /** How many there are in these states. */
    @Transactional
    public long count(List<SubmissionState> states) {
        return repository.count(states);
    }

    /** One submission, closed. */
    @Transactional
    public Optional<Submission> find(SubmissionId id) {
        return repository.findByIdOptional(id.value()).map(StoredSubmission::submission);
    }

    /** One submission, closed, as it stands until the caller's transaction ends: its person cannot withdraw meanwhile. */
    @Transactional
    public Submission hold(SubmissionId id) {
        return repository.hold(id).orElseThrow().submission();
    }

    /** Its key, for {@link Dossiers}; empty if it was never wrapped to this editor, or is withdrawn. */
    public Optional<SubmissionKey> unlock(SubmissionId id, EditorKey editor) {
        return keys.unwrap(id, editor);
    }

    /** Notes that an editor has opened it and what was added; the person can see that. */
    @Transactional
    public void lookAt(SubmissionId id) {
        repository.hold(id).ifPresent(StoredSubmission::lookAt);
        queries.see(id, true);
        moved.fire(new SubmissionMoved(id, SubmissionMoved.Move.OPENED));
    }

    /** How much of it no editor has opened yet. */
    public long unseen(SubmissionId id) {
        return queries.unseen(id, true);
    }

    /** @throws AlreadyDecided if it is no longer open */
    @Transactional
    public void close(SubmissionId id, ClosingReason reason) {
        repository.hold(id).orElseThrow().close(reason);
        moved.fire(new SubmissionMoved(id, SubmissionMoved.Move.DECIDED));
    }

    /**
     * Notes the public entries that came out of it.
     *
     * @throws AlreadyDecided if it is closed or withdrawn
     */
    @Transactional
    public void publish(SubmissionId id, String caseSlug, Collection<String> entries) {
        repository.hold(id).orElseThrow().publish();
        entries.forEach(entry -> queries.yields(id, caseSlug, entry));
        moved.fire(new SubmissionMoved(id, SubmissionMoved.Move.DECIDED));
    }

    /** The public entries that rest on it. */
    public List<Yield> yielded(SubmissionId id) {
        return queries.yielded(id);
    }
}
