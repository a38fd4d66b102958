package org.lacuna.evidence;

/** A kept file is not what its name says. It is evidence of nothing until a backup brings the right bytes back. */
public final class EvidenceDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvidenceDamaged(String message) {
        super(message);
    }

    EvidenceDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
