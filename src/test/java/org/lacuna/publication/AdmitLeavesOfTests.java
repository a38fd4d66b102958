package org.lacuna.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import org.lacuna.ledger.KnownKeys;

/** Tests let the log grow by leaves that are about nothing. */
@Mock
@Singleton
class AdmitLeavesOfTests extends AdmitChanges {
    AdmitLeavesOfTests(CommittedQueries queries, KnownKeys keys, ObjectMapper json) {
        super(queries, keys, json);
    }

    @Override
    boolean isKnown(String type) {
        return type.equals("test");
    }
}
