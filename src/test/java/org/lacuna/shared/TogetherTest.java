package org.lacuna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
