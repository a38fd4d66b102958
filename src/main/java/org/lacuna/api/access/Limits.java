package org.lacuna.api.access;

import io.vertx.core.http.HttpConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Counts what each reader asks. */
@Singleton
public class Limits {
    private final Readers readers;
    private final Clock clock;
    private final Counts counts = new Counts();

    Limits(Readers readers, Clock clock) {
        this.readers = readers;
        this.clock = clock;
    }

    /** Whose connection it is, unless a request on it names a key, a circuit, or whom a proxy speaks for. */
    public Reader at(HttpConnection connection) {
        return readers.at(Optional.ofNullable(connection.remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress())));
    }

    /** Counts one request; it is to be counted before anything is done for it. */
    public Allowance spend(Reader reader) {
        long second = clock.instant().getEpochSecond();
        int used = counts.spend(reader.name(), second);
        return new Allowance(
                reader.perMinute(), used, (int) (Allowance.MINUTE - Math.floorMod(second, Allowance.MINUTE)));
    }
}
