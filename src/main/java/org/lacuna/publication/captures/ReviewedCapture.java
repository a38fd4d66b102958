package org.lacuna.publication.captures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.Digest;

/**
 * A capture that public cases name, as editors find it.
 *
 * @param cases slugs of those cases
 * @param state what is to be done or was
 * @param last what was decided last
 */
public record ReviewedCapture(Digest record, List<String> cases, State state, Optional<Decided> last) {
    public ReviewedCapture {
        cases = List.copyOf(cases);
    }

    /** What stands of its copy. */
    public enum State {
        /** Nobody has decided. */
        WAITING("nobody has looked at it"),
        /** It was public until something in the record was redacted for good. */
        TO_LOOK_AT_AGAIN("something was redacted for good since it was looked at"),
        /** Anybody can have it. */
        PUBLIC("public"),
        /** Somebody decided against it. */
        WITHHELD("withheld"),
        /** It was public and was taken back. */
        WITHDRAWN("withdrawn");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For editors. */
        public String words() {
            return words;
        }

        /** Whether an editor should look. */
        public boolean open() {
            return this == WAITING || this == TO_LOOK_AT_AGAIN;
        }
    }

    /**
     * A decision.
     *
     * @param act publish, withhold or withdraw
     */
    public record Decided(String act, String why, UUID editor, Instant recorded) {}
}
