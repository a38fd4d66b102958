package org.lacuna.intake;

/** A file cannot be taken; nothing of what came with it was stored. */
public final class FileRefused extends RuntimeException {
    private final String name;
    private final String reason;

    /**
     * @param name of the file, for the person alone
     * @param reason a word of the catalogue, such as {@code too-large}
     */
    FileRefused(String name, String reason) {
        super("a file was refused: " + reason);
        this.name = name;
        this.reason = reason;
    }

    /** Its name as the person's device sent it; for the person alone. */
    public String fileName() {
        return name;
    }

    /** Why, as a word of the catalogue. */
    public String reason() {
        return reason;
    }
}
