package org.lacuna.evidence;

/** The disk refused to keep evidence. Whoever catches this records nothing that would rest on it. */
public final class EvidenceNotKept extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvidenceNotKept(String message, Throwable cause) {
        super(message, cause);
    }
}
