package org.lacuna.evidence.files;

import org.lacuna.shared.Word;

/** A file may not come in. The message names the reason and nothing of the file. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; a closed family, so that every reason has its sentence in every language. */
    public enum Reason implements Word {
        /** There is not one byte. */
        EMPTY,
        /** More bytes than a file may have. */
        TOO_LARGE,
        /** None of {@link FileKind}: an office document, an archive, a page, a program, anything. */
        NOT_A_KIND_WE_TAKE,
        /** It reads as one format and carries the marks of another. */
        MORE_THAN_ONE_FORMAT,
        /** Something stands after the place where its format ends. */
        DATA_AFTER_THE_END,
        /** It is cut off, or is not what its format says. */
        BROKEN,
        /** It would unpack to a picture larger than {@link Pixels} allows. */
        TOO_MANY_PIXELS,
        /** It says of itself that it unpacks to far more than it is. */
        UNPACKS_TO_TOO_MUCH,
        /** It does something by itself when it is opened: a script, or a program it starts. */
        HAS_A_SCRIPT,
        /** Another file is inside. */
        HAS_AN_ATTACHMENT,
        /** It needs a password, so nobody can look inside. */
        ENCRYPTED,
        /** Parts of it are packed in a way that cannot be looked into. */
        CANNOT_BE_CHECKED,
        /** A text that is neither UTF-8 nor UTF-16 with a byte order mark, or holds control characters. */
        NOT_PLAIN_TEXT;
    }

    private final Reason reason;

    RefusedFile(Reason reason) {
        super("expected a file of a kind we take, found one that is refused: " + reason.word());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
