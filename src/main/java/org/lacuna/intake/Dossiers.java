package org.lacuna.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Opens submissions with their own key, whoever unwrapped it. */
@ApplicationScoped
public class Dossiers {
    private final SubmissionRepository repository;
    private final SubmissionQueries queries;
    private final Envelope envelope;
    private final SealedFiles files;

    Dossiers(SubmissionRepository repository, SubmissionQueries queries, Envelope envelope, SealedFiles files) {
        this.repository = repository;
        this.queries = queries;
        this.envelope = envelope;
        this.files = files;
    }

    /** Everything in it; empty if it was withdrawn or does not open. Items that were altered are left out. */
    @Transactional
    public Optional<Dossier> open(SubmissionKey key) {
        return repository.findByIdOptional(key.id().value()).flatMap(stored -> told(key, stored)
                .map(told -> new Dossier(stored.submission(), told, items(key))));
    }

    /** What was told alone. */
    @Transactional
    public Optional<Told> told(SubmissionKey key) {
        return repository.findByIdOptional(key.id().value()).flatMap(stored -> told(key, stored));
    }

    /**
     * A file of it, open.
     *
     * @throws IOException also while reading, if what is stored was altered
     */
    public InputStream file(SubmissionKey key, Item file) throws IOException {
        return files.open(key.id(), file.id(), file.file().orElseThrow(), key.identity());
    }

    /**
     * Who the person is, as they said; empty if they did not. Whoever calls this has made sure that it may be seen: the
     * person allows their name to be published, or two accounts have agreed.
     */
    @Transactional
    public Optional<String> person(SubmissionKey key) {
        return queries.items(key.id()).stream()
                .filter(closed -> closed.kind() == ItemKind.PERSON)
                .flatMap(closed -> item(key, closed).stream())
                .flatMap(item -> item.text().stream())
                .findFirst();
    }

    /** Whether the person said who they are; needs no key. */
    public boolean saysWho(SubmissionId id) {
        return queries.items(id).stream().anyMatch(closed -> closed.kind() == ItemKind.PERSON);
    }

    private Optional<Told> told(SubmissionKey key, StoredSubmission stored) {
        return stored.sealed()
                .flatMap(closed -> envelope.open(key.identity(), StoreSubmission.row(key.id()), closed, Told.class));
    }

    private List<Item> items(SubmissionKey key) {
        return queries.items(key.id()).stream()
                .filter(closed -> closed.kind() != ItemKind.PERSON)
                .flatMap(closed -> item(key, closed).stream())
                .toList();
    }

    private Optional<Item> item(SubmissionKey key, SubmissionQueries.Closed closed) {
        String row = SealedFiles.row(key.id(), closed.id());
        boolean isFile = closed.kind() == ItemKind.FILE;
        Optional<FileFacts> file =
                isFile ? envelope.open(key.identity(), row, closed.sealed(), FileFacts.class) : Optional.empty();
        Optional<String> text =
                isFile ? Optional.empty() : envelope.open(key.identity(), row, closed.sealed(), String.class);
        return text.isEmpty() && file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(closed.id(), closed.kind(), closed.day(), closed.seen(), text, file));
    }
}
