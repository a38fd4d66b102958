package org.lacuna.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lacuna.shared.Database;

/** On a real PostgreSQL; another node is another object on the same database. */
@QuarkusTest
class AgreedTurnsTest extends TurnsContract {
    @Inject
    AgreedTurns turns;

    @Inject
    Database database;

    @Override
    Turns turns() {
        return turns;
    }

    @Override
    Turns elsewhere() {
        return new AgreedTurns(database);
    }

    @Test
    void a_turn_taken_inside_a_transaction_holds_up_nobody() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            turns.take("locked.example", Duration.ZERO, Duration.ofMinutes(1));
            // would wait for the end of this transaction if the turn were part of it
            CompletableFuture<Duration> other = CompletableFuture.supplyAsync(
                    () -> elsewhere().take("locked.example", Duration.ZERO, Duration.ofMinutes(1)));
            assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).isZero();
        });
    }

    @Test
    void old_turns_and_pauses_are_forgotten_and_the_others_are_not() {
        turns.take("old.example", Duration.ZERO, Duration.ofMinutes(1));
        turns.take("new.example", Duration.ZERO, Duration.ofMinutes(1));
        turns.pause("old.example", Exit.DIRECT, Duration.ofSeconds(1));
        turns.pause("new.example", Exit.DIRECT, Duration.ofHours(1));
        database.change("UPDATE host_turn SET last = last - interval '2 days', next = next - interval '2 days' "
                + "WHERE host = 'old.example'");
        database.change("UPDATE host_pause SET until = until - interval '1 hour' WHERE host = 'old.example'");
        assertThat(turns.forget()).isGreaterThanOrEqualTo(2);
        assertThat(count("host_turn", "old.example")).isZero();
        assertThat(count("host_turn", "new.example")).isEqualTo(1);
        assertThat(count("host_pause", "old.example")).isZero();
        assertThat(count("host_pause", "new.example")).isEqualTo(1);
    }

    private long count(String table, String host) {
        return database.first("SELECT count(*) FROM " + table + " WHERE host = ?", row -> row.getLong(1), host)
                .orElseThrow();
    }
}
