package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.ReceiptKeys;

/** What a person can do with their own submission, once their receipt has opened it. */
@ApplicationScoped
public class OwnSubmission {
    private final SubmissionRepository repository;
    private final SubmissionQueries queries;
    private final SubmissionKeys keys;
    private final Event<SubmissionWithdrawn> withdrawn;
    private final Event<ConsentsChanged> changed;

    OwnSubmission(
            SubmissionRepository repository,
            SubmissionQueries queries,
            SubmissionKeys keys,
            Event<SubmissionWithdrawn> withdrawn,
            Event<ConsentsChanged> changed) {
        this.repository = repository;
        this.queries = queries;
        this.keys = keys;
        this.withdrawn = withdrawn;
        this.changed = changed;
    }

    /**
     * What the receipt leads to.
     *
     * @param key empty if the submission was withdrawn
     */
    public record Found(SubmissionId id, Optional<SubmissionKey> key) {}

    /** Finds it. The same work is done where nothing is found. */
    public Optional<Found> find(ReceiptKeys receipt) {
        Optional<SubmissionId> id = queries.byLookup(receipt.lookup());
        Optional<SubmissionKey> key = keys.unwrap(id.orElseGet(SubmissionId::draw), receipt);
        if (key.isEmpty()) {
            Identity.draw();
        }
        return id.map(found -> new Found(found, key));
    }

    /** How it stands. */
    @Transactional
    public Submission standing(SubmissionId id) {
        return repository.findByIdOptional(id.value()).orElseThrow().submission();
    }

    /** How many messages of editors the person has not opened. */
    public long unseen(SubmissionId id) {
        return queries.unseen(id, false);
    }

    /** Notes that the person has read the messages of editors. */
    @Transactional
    public void see(SubmissionId id) {
        queries.see(id, false);
    }

    /** Slugs of the public cases that came out of it. */
    public List<String> cases(SubmissionId id) {
        return queries.yielded(id).stream().map(Yield::caseSlug).distinct().toList();
    }

    /** Changes what the person allows. */
    @Transactional
    public void consent(SubmissionKey key, Consents given) {
        StoredSubmission stored = repository.hold(key.id()).orElseThrow();
        Consents before = stored.consents();
        if (stored.state() != SubmissionState.WITHDRAWN && !before.equals(given)) {
            stored.consent(given);
            repository.flush();
            changed.fire(new ConsentsChanged(key.id(), before, given, queries.yielded(key.id())));
        }
    }

    /** Notes whether the person wants to have the account's return watched. */
    @Transactional
    public void watch(SubmissionKey key, boolean wanted) {
        StoredSubmission stored = repository.hold(key.id()).orElseThrow();
        if (stored.state() != SubmissionState.WITHDRAWN) {
            stored.watch(wanted);
        }
    }

    /**
     * Destroys it: every copy of its key, what was told, messages, files. What was published from it alone goes in the
     * same transaction. Only the look-up stays, so that the receipt can still say that it was withdrawn.
     */
    @Transactional
    public void withdraw(SubmissionKey key) {
        StoredSubmission stored = repository.hold(key.id()).orElseThrow();
        if (stored.state() == SubmissionState.WITHDRAWN) {
            return;
        }
        List<Yield> yields = queries.yielded(key.id());
        stored.withdraw();
        repository.flush();
        queries.destroy(key.id());
        withdrawn.fire(new SubmissionWithdrawn(key.id(), yields));
    }
}
