package org.lacuna.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTurnTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void who_starts_second_waits_for_the_first() throws Exception {
        StartTurn first = take(Duration.ofSeconds(30));
        CompletableFuture<StartTurn> second = CompletableFuture.supplyAsync(() -> take(Duration.ofSeconds(30)));
        assertThatThrownBy(() -> second.get(600, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        first.close();
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void who_waits_too_long_is_told_why() {
        try (StartTurn first = take(Duration.ofSeconds(30))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> take(Duration.ofMillis(300)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Lacuna has been starting");
        }
    }

    @Test
    void who_is_told_to_stop_does_not_wait() {
        try (StartTurn first = take(Duration.ofSeconds(30));
                StartTurn leaving = StartTurn.take(url, properties(), Duration.ofSeconds(30), () -> true)) {
            assertThat(leaving).isNotSameAs(first);
        }
    }

    private StartTurn take(Duration longest) {
        return StartTurn.take(url, properties(), longest, () -> false);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }
}
