package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.fetch.FetchSettings;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

class ContactReminderTest {
    private static final Logger LOG = Logger.getLogger(ContactReminder.class.getName());

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(lines);
    }

    @Test
    void a_crawler_nobody_can_reach_says_so_in_one_line() {
        start(Role.CRAWLER, Map.of());
        assertThat(lines.said).singleElement().satisfies(line -> {
            assertThat(line.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
            assertThat(line.getMessage()).contains("lacuna.fetch.contact", "https://lacuna.invalid/about");
        });
    }

    @Test
    void where_the_contact_is_set_nothing_is_said() {
        start(Role.CRAWLER, Map.of("lacuna.fetch.contact", "https://monitor.example/about"));
        assertThat(lines.said).isEmpty();
    }

    @Test
    void a_process_that_does_not_crawl_says_nothing() {
        start(Role.PUBLIC, Map.of());
        assertThat(lines.said).isEmpty();
    }

    private static void start(Role role, Map<String, String> settings) {
        FetchSettings fetch = new SmallRyeConfigBuilder()
                .withMapping(FetchSettings.class)
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(FetchSettings.class);
        new ContactReminder(new ThisProcess(Set.of(role)), fetch).remind(new StartupEvent());
    }

    private static final class Lines extends Handler {
        private final List<LogRecord> said = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
