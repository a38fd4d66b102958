package org.lacuna.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.TextFile;

class DefinitionTest {
    private static final String FILE = "crawlers/sample.yaml";

    @Test
    void a_definition_says_everything_about_its_platform() {
        Platform sample = read(Mistakes.SOUND).platform();

        assertThat(sample.name()).isEqualTo("Sample");
        assertThat(sample.control()).contains(new Control("@alive", Outcome.AVAILABLE));
        assertThat(sample.fetch()).contains(new FetchPlan("https://sample.example/{id}", Duration.ofHours(6), 10));
        assertThat(sample.rules()).extracting(Rule::name).containsExactly("sample#1", "sample#2");
        assertThat(sample.subjectIn(URI.create("https://sample.example/@someone")))
                .contains(new Recognised.Subject("account", "@someone"));
    }

    @Test
    void a_browser_is_asked_for_by_name() {
        String asking = Mistakes.SOUND.replace("10 per minute }", "10 per minute, with: browser }");

        assertThat(read(asking).platform().fetch().orElseThrow().browser()).isTrue();
        assertThat(read(Mistakes.SOUND).platform().fetch().orElseThrow().browser())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.lacuna.platform.Mistakes#all")
    void a_mistake_is_named_with_file_line_and_remedy(Mistakes.Mistake mistake) {
        assertThatThrownBy(() -> read(mistake.yaml()))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith(FILE + ":" + mistake.line() + ": ")
                .hasMessageContaining(mistake.says())
                .hasMessageMatching("(?s).+[^.]\\. [A-Z].+");
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        byte[] latin = Mistakes.SOUND.replace("Sample", "Exämple").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> Definition.read(TextFile.of(FILE, latin), Optional.empty()))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith(FILE + ":2: ")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidFile.class).hasMessageContaining("empty");
    }

    @Test
    void one_host_belongs_to_one_platform() {
        Definition one = read(Mistakes.SOUND);
        Definition other = Definition.read(
                new TextFile("crawlers/other.yaml", Mistakes.SOUND.replace("id: sample", "id: other")),
                Optional.empty());

        assertThatThrownBy(() -> new Platforms(List.of(one, other)))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("crawlers/other.yaml:5: ")
                .hasMessageContaining("sample.example belongs to sample already");
    }

    @Test
    void a_change_in_any_sites_rules_changes_the_digest_of_whoever_uses_them() {
        Platform before = new Platforms().find(Platforms.ANY_SITE).orElseThrow();
        Platform sample = Definition.read(new TextFile(FILE, Mistakes.SOUND), Optional.of(before))
                .platform();

        assertThat(sample.digest()).isNotEqualTo(read(Mistakes.SOUND).platform().digest());
    }

    @Test
    void an_id_cannot_add_a_parameter_or_climb() {
        FetchPlan plan = new FetchPlan("https://sample.example/{id}", Duration.ofHours(1), 1);

        assertThat(plan.pageOf("watch?v=abc")).isEqualTo(URI.create("https://sample.example/watch?v=abc"));
        assertThat(plan.pageOf("in/周 &x#y%"))
                .isEqualTo(URI.create("https://sample.example/in/%E5%91%A8%20%26x%23y%25"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../admin", "a/../b", "..", "a/./b", ""})
    void an_id_that_climbs_out_of_its_page_is_refused(String id) {
        FetchPlan plan = new FetchPlan("https://sample.example/{id}", Duration.ofHours(1), 1);

        assertThatThrownBy(() -> plan.pageOf(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subject_is_found_by_its_stable_id_where_there_is_such_a_page() {
        String byIdentity = "by-identity: \"https://sample.example/id/{id}\", every";
        FetchPlan plan = read(Mistakes.SOUND.replace("every", byIdentity))
                .platform()
                .fetch()
                .orElseThrow();

        assertThat(plan.pageOfIdentity("44&a=b")).contains(URI.create("https://sample.example/id/44%26a=b"));
        assertThat(plan.pageOfIdentity("../44")).isEmpty();
        assertThat(read(Mistakes.SOUND).platform().fetch().orElseThrow().pageOfIdentity("44"))
                .isEmpty();
    }

    @Test
    void a_subject_of_one_of_many_hosts_is_asked_for_at_its_own() {
        FetchPlan plan = new FetchPlan("https://{host}/lookup?name={name}", Duration.ofHours(1), 1);

        assertThat(plan.pageOf("a.example/@ann&x")).isEqualTo(URI.create("https://a.example/lookup?name=@ann%26x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ann", "/@ann", "a.example:80/@ann", "b@a.example/@ann", "localhost/@ann", "a.example/"})
    void a_subject_whose_host_is_none_is_refused(String id) {
        FetchPlan plan = new FetchPlan("https://{host}/lookup?name={name}", Duration.ofHours(1), 1);

        assertThatThrownBy(() -> plan.pageOf(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_page_of_an_unknown_site_is_the_url_itself() {
        FetchPlan plan = new Platforms()
                .find(Platforms.ANY_SITE)
                .flatMap(Platform::fetch)
                .orElseThrow();

        assertThat(plan.pageOf("https://a.example/b?c=%E5%91%A8"))
                .isEqualTo(URI.create("https://a.example/b?c=%E5%91%A8"));
    }

    @Test
    void a_url_that_makes_a_pattern_explode_shows_no_subject() {
        Platform slow =
                read(Mistakes.SOUND.replace("/(@[a-z]+)", "/((a+)+)\\\\$")).platform();

        assertThat(slow.subjectIn(URI.create("https://sample.example/" + "a".repeat(5_000) + "!")))
                .isEmpty();
    }

    @Test
    void every_control_is_a_subject_of_its_own_platform() {
        Map<String, Platform> fetched = new TreeMap<>();
        new Platforms().all().stream().filter(p -> p.control().isPresent()).forEach(p -> fetched.put(p.id(), p));

        assertThat(fetched)
                .containsKeys(
                        "bluesky",
                        "github",
                        "linkedin",
                        "mastodon",
                        "reddit",
                        "tiktok",
                        "wikipedia",
                        "x",
                        "youtube",
                        "zoom");
        fetched.values().forEach(platform -> {
            URI page = platform.fetch()
                    .orElseThrow()
                    .pageOf(platform.control().orElseThrow().id());
            assertThat(platform.hosts()).contains(page.getHost());
        });
    }

    private static Definition read(String yaml) {
        return Definition.read(new TextFile(FILE, yaml), Optional.empty());
    }
}
