package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.InclusionProof;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.SignedNote;

/** The log as the public reads it: nothing that is not below a published checkpoint. */
@ApplicationScoped
public class PublicLog {
    private final LogFolder folder;
    private final LogQueries queries;
    private final LogTiles tiles;
    private final LogSigner signer;

    PublicLog(LogFolder folder, LogQueries queries, LogTiles tiles, LogSigner signer) {
        this.folder = folder;
        this.queries = queries;
        this.tiles = tiles;
        this.signer = signer;
    }

    /**
     * That one entry is in the log.
     *
     * @param entry the bytes that were hashed
     * @param checkpoint the signed note of the tree in which it is
     */
    public record Proof(byte[] entry, InclusionProof inclusion, byte[] checkpoint) {
        /** The hash of the entry, with which the proof begins. */
        public Hash leaf() {
            return Hash.leaf(entry);
        }

        /** All of it as one text (C2SP tlog-proof). */
        public String text() {
            StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ");
            text.append(inclusion.index()).append('\n');
            inclusion.path().forEach(hash -> text.append(hash.base64()).append('\n'));
            return text.append('\n')
                    .append(new String(checkpoint, StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** The published checkpoint with what witnesses said of it; empty before the first is signed. */
    public Optional<byte[]> checkpoint() {
        return folder.checkpoint().map(this::cosigned);
    }

    /** Size and hash of what is published. */
    public TreeHead head() {
        return folder.checkpoint().map(PublicLog::head).orElse(TreeHead.EMPTY);
    }

    /** The same as it was signed last before a moment, if that is published by now. */
    public TreeHead headBefore(Instant end) {
        long published = head().size();
        return queries.checkpointBefore(end)
                .map(LogQueries.Signed::head)
                .filter(head -> head.size() <= published)
                .orElse(TreeHead.EMPTY);
    }

    /** The file of a path; empty if the published tree has none such. */
    public Optional<byte[]> file(TilePath path) {
        return path.within(head().size()) ? folder.read(path) : Optional.empty();
    }

    /** Where the entry of a change stands, whether it is integrated yet or not; empty if there is no such change. */
    public OptionalLong position(long sequence) {
        return queries.position(sequence);
    }

    /** That the entry of this position is in the published tree; empty if it is not there yet. */
    public Optional<Proof> proof(long position) {
        Optional<byte[]> note = folder.checkpoint();
        long size = note.map(PublicLog::head).map(TreeHead::size).orElse(0L);
        if (position < 0 || position >= size) {
            return Optional.empty();
        }
        byte[] entry = entry(position, size);
        return Optional.of(new Proof(entry, tiles.tree(size).inclusion(position), cosigned(note.orElseThrow())));
    }

    /** As it was hashed: from the files, whatever the database says by now. */
    private byte[] entry(long position, long size) {
        long index = position / Tile.WIDTH;
        TilePath bundle = new TilePath(TilePath.ENTRIES, index, Tile.width(0, index, size));
        return folder.read(bundle)
                .map(Bundle::read)
                .orElseThrow(() -> new IllegalStateException("the log's file " + bundle + " is missing"))
                .get((int) (position % Tile.WIDTH));
    }

    /** The log's name. */
    public String origin() {
        return signer.origin(queries.checkpoint().map(LogQueries.Signed::origin));
    }

    /** The key that checks its checkpoints, as {@code name+id+key}. */
    public String key() {
        return signer.key(origin()).toString();
    }

    /** Who watches the last checkpoint: the names of the witnesses that signed it. */
    public List<String> witnesses() {
        return witnesses(head());
    }

    /** Who signed the checkpoint of this tree. */
    public List<String> witnesses(TreeHead head) {
        return queries.cosignatures(head.size()).stream()
                .flatMap(line -> SignedNote.lines(line + "\n").stream())
                .map(line -> line.name())
                .toList();
    }

    private byte[] cosigned(byte[] note) {
        StringBuilder all = new StringBuilder(new String(note, StandardCharsets.UTF_8));
        queries.cosignatures(head(note).size()).forEach(line -> all.append(line).append('\n'));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static TreeHead head(byte[] note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).head();
    }
}
