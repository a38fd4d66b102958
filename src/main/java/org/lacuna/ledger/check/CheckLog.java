package org.lacuna.ledger.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.lacuna.ledger.merkle.Bundle;
import org.lacuna.ledger.merkle.Growth;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.Tile;
import org.lacuna.ledger.merkle.TilePath;
import org.lacuna.ledger.merkle.TreeHead;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.HandOver;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.Digest;

/** Reads a whole log: every entry, the tree they make, the signature, and whether it has only grown. */
public final class CheckLog {
    private final LogFiles files;
    private final LongConsumer progress;
    private final ObjectMapper json = new ObjectMapper();
    private final Changes changes = new Changes();
    private final List<String> wrong = new ArrayList<>();
    private NoteKey key;

    /**
     * @param key whose signature is believed, from a place that is not the log
     * @param progress is told how many entries were read
     */
    public CheckLog(LogFiles files, NoteKey key, LongConsumer progress) {
        this.files = files;
        this.key = key;
        this.progress = progress;
    }

    /** That something cannot be believed at all; the message says what. */
    public static final class NotBelieved extends Exception {
        private static final long serialVersionUID = 1;

        NotBelieved(String message) {
            super(message);
        }
    }

    /**
     * Checks all of it.
     *
     * @param remembered the checkpoint of an earlier run
     * @return the checkpoint that holds
     * @throws NotBelieved at the first thing that proves the log wrong
     */
    public byte[] check(Optional<byte[]> remembered) throws IOException, NotBelieved {
        byte[] bytes = files.read("checkpoint");
        SignedNote note = note(bytes);
        Checkpoint now = checkpoint(note);
        TreeHead before =
                remembered.isPresent() ? checkpoint(note(remembered.get())).head() : TreeHead.EMPTY;
        if (!now.origin().equals(key.name())) {
            throw new NotBelieved("the key is one of " + key.name() + ", the log is " + now.origin());
        }
        if (before.size() > now.head().size()) {
            throw new NotBelieved("the log was seen with " + before.size() + " entries and has "
                    + now.head().size() + " now");
        }
        TreeHead read = read(now.head().size(), before);
        if (!read.equals(now.head())) {
            throw new NotBelieved("the " + read.size() + " entries do not come to the hash of the checkpoint");
        }
        if (!signed(note)) {
            throw new NotBelieved(
                    "the checkpoint is not signed with the key that was given, nor with one that it handed"
                            + " over to");
        }
        return bytes;
    }

    /** What is wrong with single entries, in words. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    Changes changes() {
        return changes;
    }

    private TreeHead read(long size, TreeHead before) throws IOException, NotBelieved {
        Growth growth = new Growth();
        long count = 0;
        for (long index = 0; index * Tile.WIDTH < size; index++) {
            TilePath path = new TilePath(TilePath.ENTRIES, index, Tile.width(0, index, size));
            for (byte[] entry : entries(path)) {
                if (count == before.size() && count > 0 && !growth.head().equals(before)) {
                    throw changedBefore(before);
                }
                growth.append(Hash.leaf(entry));
                understand(count++, entry);
            }
            growth.changed();
            progress.accept(count);
        }
        if (count == before.size() && !growth.head().equals(before)) {
            throw changedBefore(before);
        }
        return growth.head();
    }

    private static NotBelieved changedBefore(TreeHead before) {
        return new NotBelieved("the first " + before.size() + " entries are not those that were seen before");
    }

    private List<byte[]> entries(TilePath path) throws IOException, NotBelieved {
        try {
            List<byte[]> entries = Bundle.read(files.read(path.toString()));
            if (entries.size() == path.width()) {
                return entries;
            }
        } catch (IllegalArgumentException cutOff) {
            // told below
        }
        throw new NotBelieved(path + " does not hold " + path.width() + " whole entries");
    }

    private void understand(long position, byte[] bytes) throws NotBelieved {
        try {
            JsonNode entry = json.readTree(bytes);
            switch (entry.path("type").asText()) {
                case "change" -> change(position, entry);
                case "replaced" -> replaced(position, entry);
                case "key" -> handOver(position, entry);
                default -> {
                    // a kind that came later says nothing about changes
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            wrong.add("entry " + position + " does not read as one");
        }
    }

    private void change(long position, JsonNode entry) {
        long sequence = entry.path("sequence").asLong();
        if (sequence != changes.next()) {
            wrong.add("entry " + position + " is of change " + sequence + ", expected " + changes.next());
            return;
        }
        String action = entry.path("action").asText();
        changes.add(new Changes.Change(
                sequence,
                new Changes.Named(
                        entry.path("kind").asText(), entry.path("slug").asText()),
                Digest.parse(entry.path("digest").asText()),
                action.equals("retracted") || action.equals("merged")));
    }

    private void replaced(long position, JsonNode entry) {
        long sequence = entry.path("sequence").asLong();
        if (changes.has(sequence)) {
            changes.replaced(sequence, Digest.parse(entry.path("digest").asText()));
        } else {
            wrong.add("entry " + position + " replaces change " + sequence + ", which is not before it");
        }
    }

    private void handOver(long position, JsonNode entry) throws NotBelieved {
        HandOver handOver = HandOver.parse(entry);
        if (handOver.from().equals(key)) {
            if (!handOver.signed()) {
                throw new NotBelieved("entry " + position + " hands over to a key, not signed by the one before");
            }
            key = handOver.to();
        }
    }

    private boolean signed(SignedNote note) {
        try {
            return note.signedBy(key);
        } catch (IllegalArgumentException forged) {
            return false;
        }
    }

    private static SignedNote note(byte[] bytes) throws NotBelieved {
        try {
            return SignedNote.parse(bytes);
        } catch (IllegalArgumentException none) {
            throw new NotBelieved("the checkpoint is no signed note: " + none.getMessage());
        }
    }

    private static Checkpoint checkpoint(SignedNote note) throws NotBelieved {
        try {
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException none) {
            throw new NotBelieved("the note is no checkpoint: " + none.getMessage());
        }
    }
}
