package org.lacuna.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.observation.Observation;
import org.lacuna.shared.Database;
import org.lacuna.shared.Outcome;

/** A name on a platform may pass to somebody else; the platform's own number does not. */
@QuarkusTest
class NameThatPassedOnTest {
    private static final String IDENTITY = "identity: { element: p, attribute: data-id }\nfetch:";

    @Inject
    WatchedSite site;

    @Inject
    Database database;

    @BeforeEach
    void open() {
        site.open();
        site.redefine(yaml -> yaml.replace("fetch:", IDENTITY));
        site.origin().html("/ana", page("alive", "7"));
        site.look();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void the_first_number_seen_is_kept_with_the_look_and_the_watch() {
        assertThat(site.latest().outcome()).isEqualTo(Outcome.AVAILABLE);
        assertThat(site.latest().identity()).contains("7");
        assertThat(identity()).contains("7");
    }

    @Test
    void somebody_else_behind_the_same_name_is_unclear_and_the_first_number_stays() {
        site.origin().html("/ana", page("alive", "8"));
        site.lookAgain();
        Observation seen = site.latest();
        assertThat(seen.outcome()).isEqualTo(Outcome.UNCLEAR);
        assertThat(seen.identity()).contains("8");
        assertThat(seen.why()).startsWith("The page can be seen, but by the platform's own number");
        assertThat(identity()).contains("7");
        site.lookAgain();
        assertThat(site.latest().outcome())
                .as("the same page again is not answered from memory")
                .isEqualTo(Outcome.UNCLEAR);
        site.origin().html("/ana", page("alive", "7"));
        site.lookAgain();
        assertThat(site.latest().outcome()).as("the subject itself").isEqualTo(Outcome.AVAILABLE);
    }

    @Test
    void a_page_that_shows_no_number_is_read_as_it_is() {
        site.origin().html("/ana", "<p class=alive>Ana</p>");
        site.lookAgain();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.AVAILABLE);
    }

    @Test
    void a_loss_under_another_number_stays_a_loss() {
        site.origin().html("/ana", page("gone", "8"));
        site.lookAgain();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.SUSPENDED);
    }

    @Test
    void where_the_platform_has_pages_by_number_the_next_look_goes_there() {
        String byNumber = "https://site.example:" + site.origin().port() + "/number/";
        site.redefine(
                yaml -> yaml.replace("page: \"{id}\",", "page: \"{id}\", by-identity: \"" + byNumber + "{id}\","));
        site.lookAgain();
        assertThat(site.latest().url()).hasToString(byNumber + "7");
        assertThat(site.latest().subject()).isEqualTo(site.subject());
    }

    @Test
    void a_definition_that_reads_another_number_is_asked_what_it_would_have_read_before() {
        site.origin().html("/ana", "<p class=alive data-id=7 data-key=k7>Ana</p>");
        site.lookAgain();
        site.redefine(yaml -> yaml.replace("attribute: data-id", "attribute: data-key"));
        site.lookAgain();
        assertThat(site.latest().outcome()).isEqualTo(Outcome.AVAILABLE);
        assertThat(identity()).contains("k7");

        site.redefine(yaml -> yaml.replace("attribute: data-key", "attribute: data-id"));
        site.origin().html("/ana", "<p class=alive data-id=8 data-key=k8>Ana</p>");
        site.lookAgain();
        assertThat(site.latest().outcome())
                .as("somebody else came between two definitions")
                .isEqualTo(Outcome.UNCLEAR);
    }

    private Optional<String> identity() {
        return database.first(
                "SELECT identity FROM watch WHERE platform = ? AND kind = 'watch'",
                row -> row.getString(1),
                site.platform().id());
    }

    private static String page(String state, String number) {
        return "<p class=" + state + " data-id=" + number + ">Ana</p>";
    }
}
