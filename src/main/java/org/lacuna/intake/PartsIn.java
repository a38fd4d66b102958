package org.lacuna.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Optional;

/** Reads closed bytes back, one row at a time. */
final class PartsIn extends SequenceInputStream {
    PartsIn(SubmissionQueries queries, ItemId item) {
        super(rows(queries, item));
    }

    private static Enumeration<InputStream> rows(SubmissionQueries queries, ItemId item) {
        return new Enumeration<>() {
            private int position;
            private Optional<byte[]> next = queries.part(item, 0);

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                InputStream part = new ByteArrayInputStream(next.orElseThrow());
                next = queries.part(item, ++position);
                return part;
            }
        };
    }
}
