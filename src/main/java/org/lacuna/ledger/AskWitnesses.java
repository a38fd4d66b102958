package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.Message;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.fetch.Posted;
import org.lacuna.fetch.Receipt;
import org.lacuna.ledger.merkle.ConsistencyProof;
import org.lacuna.ledger.note.NoteLine;
import org.lacuna.ledger.note.SignedNote;

/** Hands a checkpoint to a witness with the proof that the log has grown (C2SP tlog-witness), and keeps what it signs. */
@ApplicationScoped
class AskWitnesses {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READ = 16 << 10;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final LogQueries queries;
    private final LogTiles tiles;
    private final GuardedFetcher fetcher;
    private final Clock clock;

    AskWitnesses(LogQueries queries, LogTiles tiles, GuardedFetcher fetcher, Clock clock) {
        this.queries = queries;
        this.tiles = tiles;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /**
     * Asks one witness for one checkpoint, unless it has signed that already.
     *
     * @return what went wrong, in one sentence; empty if its cosignature is there
     */
    Optional<String> ask(Witness witness, LogQueries.Signed checkpoint) {
        String name = witness.key().name();
        long known = queries.cosignedBy(name);
        if (known >= checkpoint.head().size()) {
            return Optional.empty();
        }
        Posted first = send(witness, checkpoint, known);
        Optional<Long> other = conflict(first);
        if (other.isEmpty()) {
            return take(witness, checkpoint, first);
        }
        if (other.get() > checkpoint.head().size()) {
            return Optional.of("the witness " + name + " has seen this log with " + other.get()
                    + " entries, more than the " + checkpoint.head().size()
                    + " that there are: was the database or the folder restored from an older backup?");
        }
        return take(witness, checkpoint, send(witness, checkpoint, other.get()));
    }

    private Posted send(Witness witness, LogQueries.Signed checkpoint, long known) {
        StringBuilder body = new StringBuilder("old " + known + "\n");
        if (known > 0) {
            ConsistencyProof proof = tiles.tree(checkpoint.head().size()).consistency(known);
            proof.path().forEach(hash -> body.append(hash.base64()).append('\n'));
        }
        body.append('\n').append(new String(checkpoint.note(), StandardCharsets.UTF_8));
        return fetcher.post(new Message(
                witness.addCheckpoint(), Map.of(), body.toString().getBytes(StandardCharsets.UTF_8), PATIENCE, READ));
    }

    /** The size that the witness knows, if that is not what we took for it. */
    private static Optional<Long> conflict(Posted posted) {
        return posted instanceof Receipt receipt && receipt.status() == CONFLICT
                ? Optional.of(new String(receipt.start(), StandardCharsets.US_ASCII))
                        .filter(text -> text.matches("(0|[1-9][0-9]{0,17})\n"))
                        .map(text -> Long.valueOf(text.strip()))
                : Optional.empty();
    }

    private Optional<String> take(Witness witness, LogQueries.Signed checkpoint, Posted posted) {
        String name = witness.key().name();
        if (posted instanceof NoAnswer silent) {
            return Optional.of("the witness " + name + " did not answer: " + silent.detail());
        }
        Receipt receipt = (Receipt) posted;
        if (receipt.status() != OK) {
            return Optional.of("the witness " + name + " refused a checkpoint of "
                    + checkpoint.head().size() + " entries with status " + receipt.status());
        }
        try {
            List<NoteLine> lines = SignedNote.lines(new String(receipt.start(), StandardCharsets.UTF_8));
            Optional<NoteLine> line =
                    lines.stream().filter(witness.key()::claims).findFirst();
            SignedNote note = SignedNote.parse(checkpoint.note());
            if (line.isPresent() && note.with(line.get()).signedBy(witness.key())) {
                queries.addCosignature(
                        checkpoint.head().size(), name, line.get().toString(), clock.instant());
                return Optional.empty();
            }
        } catch (IllegalArgumentException forged) {
            // told below
        }
        return Optional.of("the witness " + name + " answered with no cosignature of its own");
    }
}
