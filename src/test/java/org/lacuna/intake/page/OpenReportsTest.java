package org.lacuna.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.seal.Identity;

class OpenReportsTest {
    private static final SubmissionKey KEY = new SubmissionKey(SubmissionId.draw(), Identity.draw());

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private final OpenReports reports = new OpenReports(new Clock() {
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

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void thirty_minutes_after_it_was_last_used_it_is_closed() {
        String token = reports.open(KEY);
        pass(Duration.ofMinutes(29));
        assertThat(reports.find(token)).contains(KEY);
        pass(Duration.ofMinutes(29));
        assertThat(reports.find(token)).contains(KEY);
        pass(Duration.ofMinutes(30));
        assertThat(reports.find(token)).isEmpty();
    }

    @Test
    void the_one_that_was_not_used_longest_makes_room() {
        String first = reports.open(KEY);
        String second = reports.open(KEY);
        for (int i = 2; i < OpenReports.MOST; i++) {
            reports.open(KEY);
        }
        assertThat(reports.find(first)).isPresent();
        reports.open(KEY);
        assertThat(reports.find(first)).isPresent();
        assertThat(reports.find(second)).isEmpty();
    }

    @Test
    void nobody_finds_it_by_another_token_nor_after_it_was_closed() {
        String token = reports.open(KEY);
        assertThat(token).hasSize(43).isNotEqualTo(reports.open(KEY));
        assertThat(reports.find("")).isEmpty();
        assertThat(reports.find(token + "x")).isEmpty();
        reports.close(token);
        assertThat(reports.find(token)).isEmpty();
    }
}
