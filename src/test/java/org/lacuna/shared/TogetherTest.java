package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TogetherTest {
    private static final String INSERT = "INSERT INTO waiting (number, texts) VALUES (?, ?)";

    @Inject
    Database database;

    @Test
    void changes_wait_and_a_question_sees_them_all_the_same() {
        inTransaction(() -> {
            database.together(() -> {
                assertThat(database.change(INSERT, 1, new String[] {"one", "uno"}))
                        .isZero();
                database.change(INSERT, 2, new String[0]);
                assertThat(numbers()).containsExactly(1, 2);
                database.change("UPDATE waiting SET number = number + 10 WHERE number = ?", 1);
                database.together(() -> database.change(INSERT, 3, new String[0]));
            });
            assertThat(numbers()).containsExactly(2, 3, 11);
            assertThat(database.change(INSERT, 4, new String[0])).isEqualTo(1);
        });
    }

    @Test
    void what_the_database_refuses_is_told_by_its_own_words_and_state() {
        inTransaction(() -> assertThatThrownBy(() -> database.together(() -> {
                    database.change(INSERT, 1, new String[0]);
                    database.change(INSERT, 1, new String[] {"a-secret"});
                }))
                .isInstanceOfSatisfying(Database.DatabaseFailure.class, refused -> assertThat(refused.state())
                        .isEqualTo("23505"))
                .hasMessageNotContaining("a-secret"));
        inTransaction(() -> {
            assertThatThrownBy(() -> database.together(() -> {
                        database.change(INSERT, 1, new String[0]);
                        throw new IllegalStateException("broken off");
                    }))
                    .hasMessage("broken off");
            assertThat(numbers()).as("nothing of it is left to be sent").isEmpty();
        });
    }

    @Test
    void what_is_prepared_on_another_thread_is_written_by_this_one_s_transaction() {
        inTransaction(() -> {
            Gathered prepared = CompletableFuture.supplyAsync(() -> database.apart(() -> {
                        database.insert("waiting", "number, texts", 1, new String[0]);
                        database.change("UPDATE waiting SET number = number + 10");
                    }))
                    .join();
            assertThat(numbers()).isEmpty();
            database.send(prepared);
            assertThat(numbers()).containsExactly(11);
        });
        assertThatThrownBy(() -> database.apart(() -> numbers()))
                .as("this thread has no transaction to ask in")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytes_come_to_the_table_as_they_are() {
        byte[] odd = new byte[256];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = (byte) i;
        }
        inTransaction(() -> {
            database.change("CREATE TEMPORARY TABLE bare (number bigint, bytes bytea) ON COMMIT DROP");
            database.together(() -> {
                database.insertBytes("bare", "number, bytes", 1, odd);
                database.insertBytes("bare", "number, bytes", Long.MAX_VALUE, new byte[0]);
            });

            assertThat(database.first("SELECT bytes FROM bare WHERE number = 1", row -> row.getBytes(1)))
                    .contains(odd);
            assertThat(database.first("SELECT length(bytes) FROM bare WHERE number > 1", row -> row.getInt(1)))
                    .contains(0);
            assertThatThrownBy(() -> database.insertBytes("waiting", "number, texts", 5, odd))
                    .isInstanceOf(Database.DatabaseFailure.class);
        });
    }

    @Test
    void rows_come_to_the_table_as_they_were_given_whatever_is_in_them() {
        String odd = "tab\t, line\n, return\r, \\N \\. {\"a\",b} 'x' \ud83d\ude00 \u0f40";
        inTransaction(() -> {
            database.together(() -> {
                database.insert("waiting", "number, texts", 1, new String[] {odd, "", "NULL"});
                database.insert("waiting", "number, texts", 2, Optional.empty());
                database.change("UPDATE waiting SET number = number + 10 WHERE number = ?", 1);
            });
            database.insert("waiting", "number, texts", 3, new String[0]);

            assertThat(numbers()).containsExactly(2, 3, 11);
            assertThat(database.first("SELECT texts FROM waiting WHERE number = 11", row ->
                                    (String[]) row.getArray(1).getArray())
                            .orElseThrow())
                    .containsExactly(odd, "", "NULL");
        });
        inTransaction(() -> {
            database.change("CREATE TEMPORARY TABLE plain (text text, bytes bytea, moment timestamptz, yes boolean)"
                    + " ON COMMIT DROP");
            database.insert("plain", "text, bytes, moment, yes", odd, new byte[] {0, -1, 92}, Instant.EPOCH, true);

            assertThat(database.first(
                            "SELECT text = ? AND bytes = ? AND moment = 'epoch' AND yes FROM plain",
                            row -> row.getBoolean(1),
                            odd,
                            new byte[] {0, -1, 92}))
                    .contains(true);
        });
    }

    @Test
    void a_row_that_is_refused_is_not_quoted() {
        inTransaction(() -> assertThatThrownBy(
                        () -> database.insert("waiting", "number, texts", "a-secret", new String[] {"another"}))
                .isInstanceOfSatisfying(Database.DatabaseFailure.class, refused -> assertThat(refused.state())
                        .isEqualTo("22P02"))
                .hasMessageNotContaining("another"));
        inTransaction(() -> assertThatThrownBy(() -> database.together(() -> {
                    database.insert("waiting", "number, texts", 1, new String[] {"a-secret"});
                    database.insert("waiting", "number, texts", 1, new String[] {"a-secret"});
                }))
                .isInstanceOfSatisfying(Database.DatabaseFailure.class, refused -> assertThat(refused.state())
                        .isEqualTo("23505"))
                .hasMessageNotContaining("a-secret"));
    }

    private List<Integer> numbers() {
        return database.list("SELECT number FROM waiting ORDER BY number", row -> row.getInt(1));
    }

    private void inTransaction(Runnable work) {
        QuarkusTransaction.begin();
        try {
            database.change("CREATE TEMPORARY TABLE waiting (number integer PRIMARY KEY, texts text[]) ON COMMIT DROP");
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
