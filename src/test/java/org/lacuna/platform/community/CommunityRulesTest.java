package org.lacuna.platform.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.platform.ImportedFile;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.platform.Rule;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.Outcome;
import org.lacuna.shared.TextFile;

class CommunityRulesTest {
    private static final Optional<Platform> ANY_SITE = new Platforms().find(Platforms.ANY_SITE);
    private static final String SITE = """
            {"name": "Video Näme", "uri_check": "https://api.video.example/u/{account}/", "cat": "video",
             "uri_pretty": "https://www.video.example/@{account}", "known": ["ann"], "strip_bad_char": ".",
             "e_code": 200, "e_string": "\\"id\\": <b>", "m_code": 404, "m_string": "no one\\u2028here"}
            """;
    private static final String OONI =
            "name,scope,other_names,location_found,pattern_type,pattern,confidence_no_fp,expected_countries,source,"
                    + "exp_url,notes\n";

    @Test
    void a_site_of_whats_my_name_becomes_a_definition_that_names_its_origin() {
        ImportedRules rules = read("{\"license\":[\"x\"],\"sites\":[" + SITE + "]}");

        assertThat(rules.text())
                .contains("# Made from the rules of WhatsMyName")
                .contains("origin: whatsmyname")
                .contains("licence: \"CC BY-SA 4.0\"")
                .doesNotContain("ann");
        Platform platform = only(rules);
        assertThat(platform.id()).isEqualTo("wmn-video-n-me");
        assertThat(platform.name()).isEqualTo("Video Näme");
        assertThat(platform.hosts()).containsExactly("www.video.example", "api.video.example");
        assertThat(platform.control()).isEmpty();
        assertThat(platform.fetch().orElseThrow().pageOf("bob")).hasToString("https://api.video.example/u/bob/");
        assertThat(platform.subjectIn(URI.create("https://www.video.example/@bob?x=1"))
                        .orElseThrow()
                        .id())
                .isEqualTo("bob");
        assertThat(platform.subjectIn(URI.create("https://www.video.example/@b.b")))
                .isEmpty();
        assertThat(theirs(platform))
                .extracting(Rule::name, Rule::says)
                .containsExactly(
                        tuple("whatsmyname:wmn-video-n-me#1", Outcome.AVAILABLE),
                        tuple("whatsmyname:wmn-video-n-me#2", Outcome.NOT_FOUND));
    }

    @Test
    void what_fits_both_ways_is_unclear() {
        Platform platform = only(read("{\"sites\":[" + SITE.replace("404", "200") + "]}"));

        assertThat(theirs(platform)).first().extracting(Rule::says).isEqualTo(Outcome.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cat\": \"video\" | \"valid\": false | does not work",
                "\"cat\": \"video\" | \"post_body\": \"x={account}\" | sends a form",
                "\"cat\": \"video\" | \"headers\": {\"A\": \"b\"} | headers of its own",
                "https://api.video | http://api.video | not https",
                "https://api.video.example/u/ | https://{account}.video.example/u/ | part of its host name",
                "api.video.example | api.video.example:8443 | no plain host name",
                "/u/{account}/ | /u/ | no place for an account",
                "/u/{account}/ | /u/{account}{ | is no URL",
                "\"e_code\": 200 | \"e_code\": 0 | names no HTTP status",
            })
    void what_cannot_be_taken_over_is_named_with_a_reason(String from, String to, String reason) {
        ImportedRules rules =
                read("{\"sites\":[" + SITE.replace(from, to) + "," + SITE.replace("Video", "Other") + "]}");

        assertThat(rules.taken()).isEqualTo(1);
        assertThat(rules.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.name()).isEqualTo("Video Näme");
            assertThat(skipped.reason()).contains(reason);
        });
    }

    @Test
    void where_a_missing_account_is_redirected_one_that_is_there_must_not_be() {
        Platform platform = only(read("{\"sites\":[" + SITE.replace("404", "302") + "]}"));

        assertThat(theirs(platform)).singleElement().satisfies(rule -> {
            assertThat(rule.says()).isEqualTo(Outcome.AVAILABLE);
            assertThat(rule.when().toString()).contains("RedirectsTo");
        });
    }

    @Test
    void the_three_ways_of_sherlock_are_read_and_everything_else_needs_a_200_from_the_same_place() {
        ImportedRules rules = read("""
                {"$schema": "x",
                 "By Status": {"errorType": "status_code", "url": "https://a.example/{}", "urlMain": "https://a.example/",
                    "regexCheck": "^[a-z]{3,}$"},
                 "By Word": {"errorType": "message", "errorMsg": ["nobody", "not <here>"], "url": "https://b.example/u/{}"},
                 "By Place": {"errorType": ["response_url"], "errorUrl": "https://c.example/", "url": "https://c.example/{}/"},
                 "By Form": {"errorType": "status_code", "url": "https://d.example/{}", "request_method": "POST"},
                 "By Guess": {"errorType": "oracle", "url": "https://e.example/{}"},
                 "By Pattern": {"errorType": "status_code", "url": "https://f.example/{}", "regexCheck": "([a-z"}}
                """);

        assertThat(rules.taken()).isEqualTo(3);
        assertThat(rules.skipped()).extracting(Skipped::name).containsExactly("By Form", "By Guess", "By Pattern");
        List<Platform> platforms =
                file(rules).definitions().stream().map(d -> d.platform()).toList();
        assertThat(platforms)
                .extracting(Platform::id)
                .containsExactly("sherlock-by-place", "sherlock-by-status", "sherlock-by-word");
        assertThat(platforms).allSatisfy(platform -> assertThat(theirs(platform))
                .extracting(Rule::says)
                .containsExactly(Outcome.NOT_FOUND, Outcome.AVAILABLE));
        Platform status = platforms.get(1);
        assertThat(status.subjectIn(URI.create("https://a.example/abc"))
                        .orElseThrow()
                        .id())
                .isEqualTo("abc");
        assertThat(status.subjectIn(URI.create("https://a.example/ab"))).isEmpty();
    }

    @Test
    void a_fingerprint_says_withheld_only_of_a_state_or_a_provider_that_is_sure_and_named() {
        ImportedRules rules = read(OONI
                + "sure,nat,,body,contains,Blocked by order of the ministry,10,XX,,,\n"
                + "unsure,nat,,body,contains,Blocked by order of the ministry,5,XX,,,\n"
                + "nowhere,nat,,body,contains,Blocked by order of the ministry,10,,,,\n"
                + "product,prod,,body,contains,Blocked by order of the ministry,10,XX,,,\n"
                + "short,isp,,body,contains,blocked,10,XX,,,\n"
                + "place,isp,,header.location,prefix,http://block.example/,9,XX,,,\n"
                + "named,isp,,header.server,prefix,Filter 2 of a long name,10,XX,,,\n"
                + "expression,isp,,body,regexp,<title>Blocked.*order,10,XX,,,\n"
                + "mistake,fp,,body,contains,It works and is nobody's block,10,XX,,,\n"
                + "word,isp,,header.location,contains,blocked,10,XX,,,\n"
                + "names,isp,,dns,full,10.0.0.1,10,XX,,,\n"
                + "broken,isp,,body,regexp,([a-z,10,XX,,,\n");

        assertThat(file(rules).fingerprints())
                .extracting(Rule::name, Rule::says)
                .containsExactly(
                        tuple("ooni:mistake#1", Outcome.UNCLEAR),
                        tuple("ooni:place#1", Outcome.WITHHELD),
                        tuple("ooni:sure#1", Outcome.WITHHELD),
                        tuple("ooni:expression#1", Outcome.WITHHELD),
                        tuple("ooni:named#1", Outcome.UNCLEAR),
                        tuple("ooni:nowhere#1", Outcome.UNCLEAR),
                        tuple("ooni:product#1", Outcome.UNCLEAR),
                        tuple("ooni:short#1", Outcome.UNCLEAR),
                        tuple("ooni:unsure#1", Outcome.UNCLEAR));
        assertThat(rules.skipped()).extracting(Skipped::name).containsExactly("word", "names", "broken");
    }

    @Test
    void dns_fingerprints_alone_are_refused_with_the_reason() {
        assertThatThrownBy(() -> read(OONI + "names,isp,,dns,full,10.0.0.1,10,XX,,,\n"))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("it looks at DNS answers, and we read pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "[]", "{}", "{\"sites\":[]}", "{\"sites\":[{\"uri_check\":", "id: x\nname: y"})
    void a_file_of_nobody_we_know_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("file.json:1: expected");
    }

    @Test
    void a_file_made_to_exhaust_us_is_refused() {
        assertThatThrownBy(() -> read("{\"sites\":" + "[".repeat(100_000)))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("levels deep");
    }

    @Test
    void the_same_input_gives_the_same_bytes_and_names_never_clash() {
        String twice = "{\"sites\":[" + SITE + "," + SITE.replace("Näme", "N-me") + "]}";

        assertThat(read(twice).text()).isEqualTo(read(twice).text());
        assertThat(file(read(twice)).definitions())
                .extracting(definition -> definition.platform().id())
                .containsExactly("wmn-video-n-me", "wmn-video-n-me-2");
    }

    @Test
    void another_name_for_the_origin_stands_in_ids_and_rules() {
        ImportedRules rules = ReadCommunityRules.read(
                new TextFile("file.json", "{\"sites\":[" + SITE + "]}"), ANY_SITE, Optional.of("mine"));

        assertThat(only(rules).id()).isEqualTo("mine-video-n-me");
        assertThat(theirs(only(rules)).get(0).name()).isEqualTo("mine:mine-video-n-me#1");
    }

    private static ImportedRules read(String text) {
        return ReadCommunityRules.read(new TextFile("file.json", text), ANY_SITE, Optional.empty());
    }

    private static ImportedFile file(ImportedRules rules) {
        return ImportedFile.read(new TextFile("imported/x.yaml", rules.text()), ANY_SITE);
    }

    private static Platform only(ImportedRules rules) {
        return file(rules).definitions().get(0).platform();
    }

    private static List<Rule> theirs(Platform platform) {
        return platform.rules().stream()
                .filter(rule -> rule.name().contains(":"))
                .toList();
    }
}
