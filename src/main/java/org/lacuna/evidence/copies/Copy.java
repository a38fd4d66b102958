package org.lacuna.evidence.copies;

import java.util.Optional;
import org.lacuna.evidence.files.FileKind;
import org.lacuna.shared.Word;

/** What became of the wish for a copy. */
public sealed interface Copy {
    /**
     * A copy that shares no byte with its original on purpose.
     *
     * @param kind of the copy, which may be another than the original's
     */
    record Made(byte[] bytes, FileKind kind) implements Copy {
        /** Refuses an empty one. */
        public Made {
            if (bytes.length == 0) {
                throw new IllegalArgumentException("expected a copy of at least one byte, found an empty one");
            }
        }
    }

    /** There is none, and why. */
    record NotMade(Reason reason) implements Copy {}

    /** Why there is no copy; a closed family, so that every reason has its sentence in every language. */
    enum Reason implements Word {
        /** A film: nothing here can draw one anew. */
        VIDEO,
        /** The file is not what it says, or brings down whoever reads it. */
        UNREADABLE,
        /** A picture larger than may be unpacked. */
        TOO_MANY_PIXELS,
        /** A document with more pages than are drawn. */
        TOO_MANY_PAGES,
        /** The original or the copy has more bytes than allowed. */
        TOO_LARGE,
        /** Drawing it needs more memory than a worker has. */
        TOO_MUCH_MEMORY,
        /** Drawing it takes longer than a worker may take. */
        TOO_LONG,
        /** All workers are busy, and stayed so; it may be tried again. */
        BUSY,
        /** No worker can be started on this machine; the log says what the machine said. */
        NO_WORKER;

        static Optional<Reason> named(String word) {
            return Word.of(Reason.class, word);
        }
    }
}
