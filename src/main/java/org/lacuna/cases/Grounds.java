package org.lacuna.cases;

import java.util.UUID;

/**
 * Why an editor changes what is shown.
 *
 * @param reason a word of {@link Vocabulary#REDACTIONS}, which the public reads; {@code moved} is for splitting alone
 * @param note for the desk; it must not repeat what is redacted
 * @param editor who
 */
public record Grounds(String reason, String note, UUID editor) {
    public Grounds {
        Vocabulary.check("a reason", Vocabulary.REDACTIONS, reason);
        if (reason.equals(Redaction.MOVED)) {
            throw new IllegalArgumentException("expected a reason to redact; to move entries, split the case");
        }
    }
}
