package org.lacuna.crawl.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.Corpus;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.community.ImportedRules;
import org.lacuna.platform.community.ReadCommunityRules;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;

/** What other projects publish, taken over as an operator would. The floors are what was measured; they may rise. */
class ImportedCorpusTest {
    @TempDir
    Path folder;

    @Test
    void most_of_what_others_publish_is_taken_over() throws IOException {
        ImportedRules names = take("account-rules", "wmn-data.json");
        ImportedRules sherlock = take("account-rules/sherlock", "data.json");
        ImportedRules blocks = take("ooni", "fingerprints_http.csv");

        assertThat(names.taken()).isGreaterThanOrEqualTo(500);
        assertThat(names.taken() + names.skipped().size()).isEqualTo(716);
        assertThat(sherlock.taken()).isGreaterThanOrEqualTo(350);
        assertThat(sherlock.taken() + sherlock.skipped().size()).isEqualTo(481);
        assertThat(blocks.taken()).isGreaterThanOrEqualTo(1_500);
        assertThat(blocks.taken() + blocks.skipped().size()).isEqualTo(1_729);
        assertThat(names.text())
                .isEqualTo(take("account-rules", "wmn-data.json").text());
    }

    @Test
    void fingerprints_of_dns_answers_are_refused() {
        // outside of what may throw: where the corpus is absent the test is skipped, not failed
        Path fingerprints = Corpus.folder("ooni").resolve("fingerprints_dns.csv");

        assertThatThrownBy(() -> take(fingerprints))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("DNS");
    }

    /** Beside all imported rules every captured page is still read as it was, and nobody is accused. */
    @Test
    void imported_rules_change_nothing_on_pages_of_platforms_that_we_know() throws IOException {
        take("account-rules", "wmn-data.json");
        take("account-rules/sherlock", "data.json");
        take("ooni", "fingerprints_http.csv");
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Platforms platforms = Platforms.with(folder);
        Duration cost = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        System.out.println("reading " + platforms.imported().size() + " imported definitions took " + cost.toMillis()
                + " ms of CPU time");

        List<Evaluated> readings = new ArrayList<>();
        Evaluation evaluation = new Evaluation(platforms);
        new PageIndex(Corpus.folder("pages").resolve("index.csv"))
                .forEach(page -> readings.add(evaluation.evaluate(page)));

        assertThat(platforms.imported()).hasSizeGreaterThanOrEqualTo(850);
        assertThat(readings).filteredOn(Evaluated::falseAlarm).isEmpty();
        assertThat(readings)
                .filteredOn(reading -> reading.rule().orElse("").startsWith("ooni:"))
                .allMatch(Evaluated::correct);
        assertThat(cost).isLessThan(Duration.ofSeconds(10));
    }

    private ImportedRules take(String where, String name) throws IOException {
        return take(Corpus.folder(where).resolve(name));
    }

    private ImportedRules take(Path community) throws IOException {
        Optional<Platform> anySite = new Platforms().find(Platforms.ANY_SITE);
        ImportedRules rules = ReadCommunityRules.read(TextFile.read(community), anySite, Optional.empty());
        Path file = folder.resolve("imported").resolve(rules.source().origin() + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, rules.text());
        return rules;
    }
}
