package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.cases.ImportRecord;
import org.lacuna.cases.RecordRoundTripTest;
import org.lacuna.shared.Database;
import org.lacuna.shared.TextFile;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The nightly order, from Quartz's clock to the set that a node which answers the public makes of it. */
@QuarkusTest
class OrderedAtNightTest {
    private static final String JOB = "bulk-order";

    @Inject
    Scheduler quartz;

    @Inject
    BulkSets sets;

    @Inject
    ImportRecord importRecord;

    @Inject
    Database database;

    @Test
    void quartz_orders_a_set_at_night_and_it_is_made() throws Exception {
        String incident = "ordered-at-night";
        importRecord.files(List.of(new TextFile(incident, RecordRoundTripTest.small(incident, incident + "-case"))));
        sets.make().orElseThrow();
        importRecord.files(List.of(
                new TextFile(incident + "-too", RecordRoundTripTest.small(incident + "-too", incident + "-too-case"))));
        String before = sets.latest().orElseThrow().name();
        sets.tidy();
        assertThat(sets.latest().orElseThrow().name())
                .as("nobody has ordered one")
                .isEqualTo(before);
        JobKey job = job();
        assertThat(quartz.getTriggersOfJob(job)).singleElement().isInstanceOfSatisfying(CronTrigger.class, clock -> {
            assertThat(clock.getCronExpression()).isEqualTo("0 30 2 * * ?");
        });

        fire(job);

        sets.tidy();
        BulkSet made = sets.latest().orElseThrow();
        assertThat(made.name()).isNotEqualTo(before);
        assertThat(made.sequence())
                .isEqualTo(database.first("SELECT max(sequence) FROM change", row -> row.getLong(1))
                        .orElseThrow());
        assertThat(ordered()).isFalse();
    }

    /** The clock runs for this one job alone: in tests nobody crawls. */
    private void fire(JobKey job) throws Exception {
        GroupMatcher<TriggerKey> all = GroupMatcher.anyGroup();
        quartz.pauseTriggers(all);
        try {
            quartz.triggerJob(job);
            quartz.start();
            await().atMost(Duration.ofSeconds(20)).until(this::ordered);
        } finally {
            quartz.standby();
            quartz.resumeTriggers(all);
        }
    }

    private JobKey job() throws Exception {
        return quartz.getJobKeys(GroupMatcher.anyJobGroup()).stream()
                .filter(key -> key.getName().equals(JOB))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a job " + JOB + " in Quartz, found none"));
    }

    private boolean ordered() {
        return database.first("SELECT 1 FROM bulk_order", row -> true).isPresent();
    }
}
