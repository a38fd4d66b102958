package org.lacuna.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.SignedNote;

/**
 * Takes new leaves into the tree. In this order, each step durable before the next: tiles, signature, publication. Whoever
 * dies between two of them leaves nothing that the next one could not do again to the same bytes, since the order of the
 * leaves stands in the database.
 */
@ApplicationScoped
class Integrate {
    private static final int TURN_SECONDS = 15;
    private static final Duration SIGNING = Duration.ofSeconds(10);
    /** Leaves in one step, so that a great many are published piece by piece. */
    private static final int MOST = 1 << 17;

    private final LogQueries queries;
    private final LogTiles tiles;
    private final LogFolder folder;
    private final LogSigner signer;
    private final Admission admission;
    private final Clock clock;
    private final Duration signing;
    private final UUID me = UUID.randomUUID();

    @Inject
    Integrate(
            LogQueries queries, LogTiles tiles, LogFolder folder, LogSigner signer, Admission admission, Clock clock) {
        this(queries, tiles, folder, signer, admission, clock, SIGNING);
    }

    /** @param signing how long the database waits for one that sleeps between check and signature */
    Integrate(
            LogQueries queries,
            LogTiles tiles,
            LogFolder folder,
            LogSigner signer,
            Admission admission,
            Clock clock,
            Duration signing) {
        this.queries = queries;
        this.tiles = tiles;
        this.folder = folder;
        this.signer = signer;
        this.admission = admission;
        this.clock = clock;
        this.signing = signing;
    }

    /**
     * One step; does nothing if there is nothing to do, or if it is another process's turn.
     *
     * @return whether there is more to do at once
     * @throws LogBroken if something does not fit together; then nothing was signed
     */
    synchronized boolean step() {
        try {
            long leaves = queries.leaves();
            Optional<LogQueries.Signed> last = queries.checkpoint();
            long size = last.map(each -> each.head().size()).orElse(0L);
            refuseWhatIsOlder(last);
            if (leaves < size) {
                throw new LogBroken("expected the " + size + " leaves of the last checkpoint, found " + leaves);
            }
            if (leaves == size) {
                last.ifPresent(this::publish);
                return false;
            }
            Optional<Long> token = QuarkusTransaction.requiringNew().call(() -> queries.turn(me, TURN_SECONDS));
            if (token.isEmpty()) {
                last.ifPresent(this::publish);
                return false;
            }
            long wanted = Math.min(leaves, size + MOST);
            tiles.standAt(last.map(LogQueries.Signed::head).orElse(TreeHead.EMPTY));
            TreeHead grown = tiles.grow(wanted, admission);
            boolean signed = sign(token.get(), last, grown);
            queries.checkpoint().ifPresent(this::publish);
            return signed && wanted < leaves;
        } catch (RuntimeException failed) {
            tiles.forget();
            throw failed;
        }
    }

    /** Whether it is this process's turn, for other work that one process does for all. */
    boolean takesTurn() {
        return QuarkusTransaction.requiringNew()
                .call(() -> queries.turn(me, TURN_SECONDS))
                .isPresent();
    }

    /** Somebody else may go on at once. */
    void release() {
        QuarkusTransaction.requiringNew().run(() -> queries.release(me));
    }

    /** Only with the last token, on top of the last checkpoint, and in one transaction with its record. */
    boolean sign(long token, Optional<LogQueries.Signed> last, TreeHead grown) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!queries.holds(token, signing)
                    || !queries.checkpoint().map(LogQueries.Signed::head).equals(last.map(LogQueries.Signed::head))) {
                tiles.forget();
                return false;
            }
            String origin = signer.origin(last.map(LogQueries.Signed::origin));
            SignedNote note = signer.sign(new Checkpoint(origin, grown));
            return queries.add(new LogQueries.Signed(grown, note.bytes(), origin, clock.instant()), token);
        });
    }

    /** Brings this node's folder up to what was signed, here or elsewhere. */
    private void publish(LogQueries.Signed signed) {
        Optional<TreeHead> published = published().map(Checkpoint::head);
        if (published.isEmpty()) {
            // the files may have gone while this process remembers them
            tiles.forget();
            tiles.standAt(signed.head());
        } else if (published.get().size() < signed.head().size()) {
            tiles.continueFrom(published.get(), signed.head());
        } else {
            return;
        }
        folder.publish(signed.note());
        tiles.tidy();
    }

    /** A database or a folder from an old backup, or of another log: what was said once is not said otherwise. */
    private void refuseWhatIsOlder(Optional<LogQueries.Signed> last) {
        published().ifPresent(found -> {
            Optional<LogQueries.Signed> known = queries.checkpoint(found.head().size())
                    .filter(each -> each.head().equals(found.head()));
            if (known.isPresent()
                    && !folder.checkpoint()
                            .filter(bytes -> Arrays.equals(bytes, known.get().note()))
                            .isPresent()) {
                throw new LogBroken("the checkpoint of " + found.head().size()
                        + " leaves in the folder of the log is not the one that was signed: it is of '" + found.origin()
                        + "', or its signature is by another key. Nothing is signed.");
            }
            if (known.isEmpty()) {
                throw new LogBroken("the folder of the log holds a checkpoint of "
                        + found.head().size()
                        + " leaves that the database does not know; its last has "
                        + last.map(each -> each.head().size()).orElse(0L)
                        + ". If the database comes from an older backup, what was published since is lost from it:"
                        + " see 'The log' in docs/operations.md. Nothing is signed.");
            }
        });
    }

    private Optional<Checkpoint> published() {
        return folder.checkpoint().map(SignedNote::parse).map(note -> Checkpoint.parse(note.text()));
    }
}
