package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.page.Budgets.Asking;
import org.lacuna.intake.page.Budgets.Refusal;

class BudgetsTest {
    private Instant now = Instant.parse("2026-11-28T12:50:10Z");

    private final Budgets budgets = new Budgets(
            new BudgetSettings() {
                @Override
                public Optional<String> circuitHeader() {
                    return Optional.empty();
                }

                @Override
                public int reportsPerMinute() {
                    return 5;
                }

                @Override
                public int lookUpsPerMinute() {
                    return 5;
                }

                @Override
                public int reportsPerCircuitAndHour() {
                    return 2;
                }

                @Override
                public int lookUpsPerCircuitAndHour() {
                    return 3;
                }
            },
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    private Optional<Refusal> report(String circuit) {
        return budgets.spend(Asking.REPORT, Optional.of(circuit));
    }

    @Test
    void a_circuit_waits_for_the_next_hour_and_others_do_not() {
        assertThat(report("a")).isEmpty();
        assertThat(report("a")).isEmpty();
        assertThat(report("a")).contains(new Refusal(429, 9 * 60 + 50));
        assertThat(report("b")).isEmpty();
        assertThat(budgets.spend(Asking.LOOK_UP, Optional.of("a"))).isEmpty();
        now = Instant.parse("2026-11-28T13:00:00Z");
        assertThat(report("a")).isEmpty();
    }

    @Test
    void all_together_wait_for_the_next_minute_and_who_is_refused_spends_nothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(budgets.spend(Asking.REPORT, Optional.empty())).isEmpty();
        }
        assertThat(budgets.spend(Asking.REPORT, Optional.empty())).contains(new Refusal(503, 50));
        assertThat(report("a")).contains(new Refusal(503, 50));
        assertThat(budgets.spend(Asking.LOOK_UP, Optional.empty())).isEmpty();
        now = now.plusSeconds(50);
        assertThat(report("a")).isEmpty();
        assertThat(report("a")).isEmpty();
    }
}
