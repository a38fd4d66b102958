package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.evidence.Place;
import org.lacuna.platform.Platform;
import org.lacuna.shared.Database;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Outcome;

/** What a new definition reads in old captures is a reinterpretation, never a change in the world. */
@QuarkusTest
class RereadTest {
    @Inject
    WatchedSite site;

    @Inject
    Reread reread;

    @Inject
    EvidenceStore evidence;

    @Inject
    Database database;

    @BeforeEach
    void look() {
        site.open();
        site.look();
        site.lookAgain();
        site.conclude(Outcome.AVAILABLE, 1);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void captures_that_read_otherwise_are_written_down_once_and_every_fact_stays() {
        List<String> facts = facts();
        assertThat(facts).hasSizeGreaterThan(4);
        Platform edited = site.edited("never", "alive");
        List<Long> progress = new ArrayList<>();
        Reread.Tally tally = reread.reread(edited, progress::add);
        assertThat(tally).isEqualTo(new Reread.Tally(0, Map.of("available, now suspended", 3L), 0));
        assertThat(progress).containsExactly(3L);
        assertThat(reinterpretations()).hasSize(3).allMatch(row -> row.equals("suspended " + edited.digest()));
        assertThat(facts()).isEqualTo(facts);

        assertThat(reread.reread(edited, progress::add)).as("again").isEqualTo(new Reread.Tally(0, Map.of(), 0));
        assertThat(reinterpretations()).hasSize(3);
    }

    @Test
    void the_definition_that_read_them_has_nothing_to_read_again() {
        assertThat(reread.reread(site.platform(), done -> {})).isEqualTo(new Reread.Tally(0, Map.of(), 0));
        assertThat(reinterpretations()).isEmpty();
    }

    @Test
    void what_reads_as_before_is_counted_and_written_down_too() {
        Platform same = site.edited("alive", "never");
        assertThat(reread.reread(same, done -> {})).isEqualTo(new Reread.Tally(3, Map.of(), 0));
        assertThat(reinterpretations()).hasSize(3);
    }

    @Test
    void evidence_that_is_gone_or_damaged_is_counted_as_missing_and_nothing_is_said_of_it() throws IOException {
        site.past(site.platform(), Outcome.SUSPENDED, 50, Digest.of("never kept"));
        site.origin().html("/ana", "<p class=alive>Ana has written more</p>");
        site.lookAgain();
        Place place = evidence.where(site.latest().evidence().orElseThrow()).orElseThrow();
        byte[] before = new byte[1];
        try (RandomAccessFile file = new RandomAccessFile(place.file().toFile(), "rw")) {
            long middle = place.offset() + place.length() / 2;
            file.seek(middle);
            before[0] = file.readByte();
            file.seek(middle);
            file.writeByte(before[0] ^ 1);
        }
        Reread.Tally tally = reread.reread(site.edited("never", "alive"), done -> {});
        assertThat(tally).isEqualTo(new Reread.Tally(0, Map.of("available, now suspended", 3L), 2));
        assertThat(reinterpretations()).hasSize(3);
        try (RandomAccessFile file = new RandomAccessFile(place.file().toFile(), "rw")) {
            file.seek(place.offset() + place.length() / 2);
            file.writeByte(before[0]);
        }
    }

    private List<String> reinterpretations() {
        return database.list(
                "SELECT r.outcome, r.definition FROM reinterpretation r JOIN observation o ON o.id = r.observation"
                        + " WHERE o.platform = ?",
                row -> row.getString(1) + " " + row.getString(2),
                site.platform().id());
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (String table : List.of("observation", "confirmed_change", "confirmed_outcome")) {
            facts.addAll(database.list(
                    "SELECT t::text FROM " + table + " t WHERE platform = ? ORDER BY id",
                    row -> row.getString(1),
                    site.platform().id()));
        }
        return facts;
    }
}
