package org.lacuna.ledger.note;

import java.util.List;
import org.lacuna.ledger.merkle.Hash;
import org.lacuna.ledger.merkle.TreeHead;

/**
 * What a log says of itself: who it is, how large, and the hash of all of it.
 *
 * @param origin the log's name
 */
public record Checkpoint(String origin, TreeHead head) {
    private static final int LINES = 3;

    /**
     * Reads the text of a note. Lines behind the third may be there and say nothing to us.
     *
     * @throws IllegalArgumentException if it is not the text of a checkpoint
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES
                || !text.endsWith("\n")
                || lines.contains("")
                || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("expected origin, size and hash of a checkpoint, each on a line");
        }
        try {
            return new Checkpoint(
                    lines.get(0), new TreeHead(Long.parseLong(lines.get(1)), Hash.ofBase64(lines.get(2))));
        } catch (NumberFormatException large) {
            throw new IllegalArgumentException("expected a size below 2^63, found " + lines.get(1), large);
        }
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + head.size() + "\n" + head.root().base64() + "\n";
    }
}
