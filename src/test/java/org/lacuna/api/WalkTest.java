package org.lacuna.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walk of docs/api.md leads from an empty folder to its end without a step that is missing. */
class WalkTest {
    private static final String BROKEN = """
            ## From the first request to a verified copy
            ```
            $ curl -s -O "$LACUNA/bulk/latest/cases.csv" -O "$LACUNA/bulk/latest/entries.ndjson"
            $ sha256sum --check SHA256SUMS
            ```
            ```python
            entries = pd.read_parquet("entries.parquet")
            ```
            ## Lists
            """;

    @Test
    void every_variable_is_set_before_it_is_used() throws IOException {
        Set<String> set = new TreeSet<>();
        for (Walk.Step step : Walk.read().steps()) {
            set.addAll(step.variablesSet());
            assertThat(set).as(step.text()).containsAll(step.variablesUsed());
        }
        assertThat(set).contains("LACUNA");
    }

    @Test
    void every_file_is_fetched_before_it_is_read() throws IOException {
        Set<String> kept = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (Walk.Step step : Walk.read().steps()) {
            assertThat(kept).as(step.text()).containsAll(step.filesRead());
            read.addAll(step.filesRead());
            kept.addAll(step.filesKept());
        }
        assertThat(read).contains("cases.csv", "entries.parquet", "key.pem", "SHA256SUMS", "SHA256SUMS.sig");
        assertThat(kept).as("nothing is fetched for nothing").isEqualTo(read);
    }

    @Test
    void a_walk_with_gaps_is_seen_to_have_them() {
        Walk broken = Walk.of(BROKEN);

        assertThat(broken.steps()).hasSize(3);
        assertThat(broken.steps().get(0).variablesUsed()).containsExactly("LACUNA");
        assertThat(broken.steps().get(0).variablesSet()).isEmpty();
        assertThat(broken.steps().get(0).filesKept()).containsExactly("cases.csv", "entries.ndjson");
        assertThat(broken.steps().get(1).filesRead()).containsExactly("SHA256SUMS");
        assertThat(broken.steps().get(2).filesRead()).containsExactly("entries.parquet");
    }

    @Test
    void the_files_of_a_loop_are_all_fetched() {
        Walk.Step loop = new Walk.Step("", "for file in a.csv b.csv; do curl -O \"$LACUNA/bulk/latest/$file\"; done");

        assertThat(loop.filesKept()).containsExactly("a.csv", "b.csv");
        assertThat(loop.variablesUsed()).containsExactly("LACUNA", "file");
        assertThat(loop.variablesSet()).containsExactly("file");
        assertThat(loop.filesRead()).isEmpty();
    }
}
