package org.lacuna.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Say;
import org.lacuna.page.language.Language;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;

@QuarkusTest
class PagesTest {
    private static final String INCIDENT = "/incidents/zoom-june-fourth-2020";

    @Inject
    PublicRecord record;

    private static Response get(String path, Object... values) {
        return given().accept("text/html").urlEncodingEnabled(true).get(path, values);
    }

    private static Document page(String path, Object... values) {
        Response answer = get(path, values);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        return Jsoup.parse(answer.asString());
    }

    @Test
    void every_public_case_and_incident_reads_as_a_page() {
        List<PublicCase> cases = record.cases(CaseFilter.all(), Optional.empty(), PublicRecord.MOST)
                .cases();
        assertThat(cases).hasSizeGreaterThan(40);
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/cases",
                "/platforms",
                "/countries",
                "/countries/CN",
                "/corrections",
                "/data",
                "/methods",
                "/about"));
        cases.forEach(one -> paths.add("/cases/" + one.slug()));
        cases.stream().map(one -> "/incidents/" + one.incident()).distinct().forEach(paths::add);

        for (String path : paths) {
            Document page = page(path);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("script, style, [style], [onclick], iframe, object"))
                    .as(path)
                    .isEmpty();
            assertThat(page.text()).as(path).doesNotContain("NOT_FOUND", "Optional[", "Optional.empty", "DECISION_");
            Set.copyOf(page.select(".notes a").eachAttr("href")).forEach(note -> assertThat(page.select(note))
                    .as("%s %s", path, note)
                    .hasSize(1));
            page.select("a[href]").forEach(link -> assertThat(link.attr("href")).matches("(?:/|#|https?://).*"));
            page.select(".against a").forEach(link -> assertThat(page.select(link.attr("href")))
                    .as("%s %s", path, link.attr("href"))
                    .hasSize(1));
        }
    }

    @Test
    void the_zoom_incident_shows_each_person_with_status_and_bounds() {
        Document page = page("/incidents/zoom-june-fourth-2020");
        List<Element> people = page.select(".people tbody");
        assertThat(people).hasSize(3);
        assertThat(people.get(0).text()).contains("Humanitarian China", "Restored", "7 June 2020", "10 June 2020");
        assertThat(people.get(0).select(".latency").text()).isEqualTo("3 days");
        assertThat(people.get(1).text()).contains("Lee Cheuk-yan", "Restored", "22 May 2020", "by 11 June 2020");
        assertThat(people.get(1).select(".latency").text()).isEqualTo("0–20 days");
        assertThat(people.get(2).text()).contains("Wang Dan", "Restored");
        assertThat(people.get(2).select(".latency").eachText())
                .containsExactly("not counted: it ended without being lifted", "0–7 days");
        assertThat(page.select(".said > li h3").eachText())
                .containsExactly("Local law", "Government demand", "Apology", "Local law", "Government demand");
    }

    @Test
    void an_incident_draws_who_stands_where_and_a_table_says_the_same() {
        Document page = page("/incidents/zoom-june-fourth-2020");
        for (String drawing : List.of(".wide-drawing svg", ".narrow-drawing svg")) {
            assertThat(page.select("#chart-standing " + drawing + " > desc").text())
                    .isEqualTo("Restricted: 0, Restored: 3, of 3 cases.");
            assertThat(page.select("#chart-standing " + drawing + " g > title").eachText())
                    .anyMatch(text -> text.startsWith("Lee Cheuk-yan") && text.endsWith(": Restored, 0–20 days"))
                    .hasSize(3);
        }
        assertThat(page.select("#chart-standing tbody tr").get(0).text()).contains("Zoom Restored", "3 days");
        assertThat(get("/incidents/zoom-june-fourth-2020/standing.csv").asString())
                .startsWith("Who,Platform,Status,How well it is checked,Time to reversal\r\n")
                .contains("/incidents/zoom-june-fourth-2020");
        assertThat(get("/incidents/zoom-june-fourth-2020/standing.svg").asString())
                .startsWith("<svg xmlns");

        assertThat(page("/incidents/linkedin-zhou-fengsuo-2019").select("#chart-standing"))
                .as("one case alone")
                .isEmpty();
        assertThat(get("/incidents/linkedin-zhou-fengsuo-2019/standing.svg").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_incident_can_be_read_as_it_stood_on_a_day() {
        String path = "/incidents/zoom-june-fourth-2020";
        Document page = page(path + "?asOf=" + LocalDate.now(Clock.systemUTC()));
        assertThat(page.select(".earlier a").attr("href")).isEqualTo(path);
        assertThat(page.select(".people tbody")).hasSize(3);
        Response before = get(path + "?asOf=2001-01-01");
        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(before.asString()).select("main").text()).contains("on 1 January 2001");
        assertThat(get(path + "?asOf=someday").statusCode()).isEqualTo(400);
    }

    @Test
    void a_case_shows_beside_each_explanation_what_contradicts_it() {
        Document page = page("/cases/zoom-humanitarian-china-2020");
        Element demanded = page.select(".said > li").stream()
                .filter(said -> said.select("h3").text().equals("Government demand"))
                .findFirst()
                .orElseThrow();
        Elements against = demanded.select(".against li");
        assertThat(against.text()).contains("contradict each other on: user data handed over", "both sides");
        assertThat(page.select(against.select("a[href^=#conflict]").attr("href"))
                        .text())
                .startsWith("user data handed over");
        assertThat(page.select(".said > li").first().select(".against")).isEmpty();
    }

    @Test
    void a_case_can_be_shared_by_its_address_without_anybody_else() {
        Document page = page("/ug/cases/zoom-humanitarian-china-2020");
        String now = page.select("pre[aria-labelledby=share-now]").text();
        String then = page.select("pre[aria-labelledby=share-then]").text();
        assertThat(now).startsWith("http://").endsWith("/ug/cases/zoom-humanitarian-china-2020");
        assertThat(then).startsWith(now + "?asOf=2");
        assertThat(property(page, "og:url")).isEqualTo(now);
        assertThat(property(page, "og:type")).isEqualTo("article");
        assertThat(property(page, "og:locale")).isEqualTo("ug");
        assertThat(property(page, "og:title")).contains("Humanitarian China").contains("Zoom");
        assertThat(property(page, "og:description")).isNotBlank();
        assertThat(property(page, "og:image")).isEqualTo(now + "/course.png");
        assertThat(get(property(page, "og:image")).contentType()).isEqualTo("image/png");
        assertThat(page.select("meta[name^=twitter], meta[property^=twitter]")).isEmpty();
        assertThat(page.select("a[href='/feeds/cases.json?case=zoom-humanitarian-china-2020']"))
                .isNotEmpty();
    }

    private static String property(Document page, String name) {
        return page.select("meta[property='" + name + "']").attr("content");
    }

    @Test
    void the_linkedin_incident_shows_how_the_explanation_changed() {
        Document page = page("/incidents/linkedin-zhou-fengsuo-2019");
        assertThat(page.select(".people .latency").text()).isEqualTo("1 day");
        assertThat(page.select(".said > li h3").eachText()).containsExactly("Local law", "Error");
        assertThat(page.select(".people td").eachText()).anyMatch(text -> text.contains("Access blocked, in China"));
        assertThat(page.select("[lang=nl]").eachText()).anyMatch(text -> text.contains("LinkedIn herstelt account"));
    }

    @Test
    void a_restriction_that_still_holds_says_so_with_the_day_up_to_which_it_was_counted() {
        assertThat(page("/cases/appstore-quran-majeed-2021").select(".latency").text())
                .matches("still in force after at least [\\d,]+ days \\(as of \\d+ \\w+ \\d{4}\\)");
    }

    @Test
    void disputed_values_and_conflicts_stand_with_their_sources() {
        Document page = page("/cases/zoom-lee-cheuk-yan-2020");
        assertThat(page.select(".timeline .disputed").eachText())
                .anyMatch(text -> text.contains("not yet lifted on 2020-06-11"));
        assertThat(page.select(".sides li p").eachText())
                .containsExactly("China's influence abroad", "the extradition bill");
        assertThat(page.select(".sides .notes a")).hasSize(2);
    }

    @Test
    void what_is_shielded_is_on_no_page() {
        assertThat(page("/cases/zoom-humanitarian-china-2020").text())
                .doesNotContain("intimidate participants")
                .doesNotContain("World Tribune");
        assertThat(page("/incidents/zoom-june-fourth-2020").text()).doesNotContain("World Tribune");
        assertThat(get("/incidents/pressure-video-calls-2020").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_slug_is_a_page_that_helps() {
        Response answer = get("/cases/{slug}", "<b>nobody</b>");
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main").text()).contains("<b>nobody</b>").contains("What you can do");
        assertThat(page.select("form[action=/cases]")).hasSize(1);
        assertThat(get("/incidents/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/platforms/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void filters_narrow_the_list_and_say_out_of_how_many() {
        Document page = page("/cases?platform=zoom&status=restored&q=&country=CN");
        assertThat(page.select("#found").text()).matches("3 cases of \\d+ on the record");
        assertThat(page.select("select[name=platform] option[selected]").val()).isEqualTo("zoom");
        assertThat(page("/cases?q=" + "共匪").select(".list h3").text()).contains("共匪");
        assertThat(page("/cases?q={q}", "\"><b>x").select("input[name=q]").val())
                .isEqualTo("\"><b>x");
    }

    @Test
    void words_that_were_looked_for_are_marked_where_they_stand() {
        Document page = page("/cases?q={q}", "\"humanitarian china\" -nothinglikeit");
        assertThat(page.select(".list h3").text()).contains("Humanitarian China");
        assertThat(page.select(".list .passage mark").eachText()).contains("Humanitarian China");
        assertThat(page.select("main").text()).contains("The one that fits best comes first");
        assertThat(page.select("script")).isEmpty();
        assertThat(page("/cases?q={q}", "自由亚洲 OR 自由亞洲 OR 共匪")
                        .select(".list .passage mark")
                        .text())
                .contains("共匪");
        assertThat(page("/cases?q=nothinglikeit").select("main").text()).contains("Nothing on the record fits");
    }

    @Test
    void the_pages_of_the_list_hold_each_case_once() {
        List<String> found = new ArrayList<>();
        Optional<String> next = Optional.of("/cases?status=restricted&country=");
        while (next.isPresent()) {
            Response answer =
                    given().urlEncodingEnabled(false).accept("text/html").get(next.get());
            Document page = Jsoup.parse(answer.asString());
            found.addAll(page.select(".list h3 a").eachAttr("href"));
            next = Optional.ofNullable(page.selectFirst("a[rel=next]")).map(link -> link.attr("href"));
        }
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found).hasSize((int) record.numbers().withStatus("restricted"));
    }

    @Test
    void a_question_that_cannot_be_answered_says_what_is_wrong_with_it() {
        assertRefused("/cases?status=blocked", "'status': expected a word out of [restricted");
        assertRefused("/cases?country=XX", "'country': expected an ISO 3166 code of two letters");
        assertRefused("/cases?cursor=edited", "start again without one");
        assertRefused("/cases?q=-zoom", "a word to look for beside those that must not be there");
        assertRefused("/cases?q=...", "at least one word");
        assertRefused("/cases?q=" + "x".repeat(300), "up to 200 characters; this one has 300");
    }

    private static void assertRefused(String path, String why) {
        Response answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(Jsoup.parse(answer.asString()).select("main").text()).contains(why);
    }

    @Test
    void each_number_of_the_first_page_says_out_of_how_many_or_where() {
        List<String> of = page("/").select(".figures .of").eachText();
        assertThat(of).hasSize(3);
        assertThat(of.get(0)).matches("in [\\d,]+ incidents on \\d+ platforms\\. .*");
        assertThat(of.get(1)).matches("of [\\d,]+ public cases\\. .*");
        PublicRecord.Spread spread = record.spread(Optional.empty());
        assertThat(of.get(0)).startsWith("in " + spread.incidents() + " incidents on " + spread.platforms());
        assertThat(spread.platforms())
                .isEqualTo(record.cases(CaseFilter.all(), Optional.empty(), PublicRecord.MOST).cases().stream()
                        .map(each -> each.platform().id())
                        .distinct()
                        .count());
    }

    @Test
    void a_platform_page_says_whether_it_is_watched_and_where_to_appeal() {
        assertThat(page("/platforms/youtube").text())
                .contains("every 6 hours")
                .contains("must look Available")
                .contains("takes appeals at");
        assertThat(page("/platforms/wechat").text()).contains("Our crawler does not look at WeChat");
    }

    @Test
    void a_case_is_drawn_to_scale_with_a_number_for_each_line_and_a_table_that_says_the_same() {
        Document page = page("/cases/zoom-humanitarian-china-2020");
        int lines = page.select(".timeline > li").size();
        for (String drawing : List.of(".wide-drawing svg", ".narrow-drawing svg")) {
            assertThat(page.select("#chart-course " + drawing + " > title").text())
                    .contains("to scale");
            assertThat(page.select("#chart-course " + drawing + " > desc").text())
                    .contains(lines + " lines");
        }
        assertThat(page.select("#chart-course tbody tr")).hasSize(lines);
        assertThat(page.select("#chart-course tbody tr").get(0).text()).contains("2020");
        assertThat(page.select(".timeline .no").eachText()).startsWith("1.", "2.");
    }

    @Test
    void a_case_that_is_not_lifted_is_drawn_until_the_day_of_its_document_which_the_chart_says() {
        PublicCase restricted = record.cases(
                        CaseFilter.all().with("status", "restricted"), Optional.empty(), PublicRecord.MOST)
                .cases()
                .get(0);
        LocalDate known = restricted.restrictions().stream()
                .flatMap(each -> each.latencyDays().asOf().stream())
                .findFirst()
                .orElseThrow();
        Document page = page("/cases/" + restricted.slug());
        assertThat(page.select("#chart-course .wide-drawing svg > desc").text())
                .contains("was in force until " + Say.in(Language.ENGLISH).day(known));
        assertThat(page("/cases/zoom-humanitarian-china-2020")
                        .select("#chart-course .wide-drawing svg > desc")
                        .text())
                .as("everything in it is lifted")
                .doesNotContain("in force until");
    }

    @Test
    void a_chart_can_be_taken_along_with_its_credit() throws Exception {
        String svg = get("/cases/zoom-humanitarian-china-2020/course.svg").asString();
        assertThat(svg).startsWith("<svg xmlns").contains("/cases/zoom-humanitarian-china-2020");
        Response csv = get("/cases/zoom-humanitarian-china-2020/course.csv");
        assertThat(csv.header("Content-Disposition")).contains("course.csv");
        assertThat(csv.asString())
                .startsWith("No.,Date,Earliest,Latest,Who says so,What\r\n")
                .contains("Lacuna, http");
        byte[] png = get("/platforms/explanations.png").asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(1400);
        assertThat(get("/cases/zoom-humanitarian-china-2020/course.gif").statusCode())
                .isEqualTo(404);
        assertThat(get("/cases/no-such-case/course.svg").statusCode()).isEqualTo(404);
        assertThat(get("/platforms/zoom/reversal-verified.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void restrictions_that_began_and_restrictions_that_were_lifted_are_told_apart_by_month_or_year() {
        for (String path : List.of("/platforms/zoom", "/countries/CN")) {
            Document page = page(path);
            Element chart = page.select("#chart-over-time").first();
            assertThat(chart.select("thead th").eachText())
                    .contains("Began", "Lifted in full", "Of those that began then, lifted since");
            String csv = get(chart.select(".take a[href$=.csv]").attr("href")).asString();
            assertThat(csv)
                    .startsWith("When,Began,\"Began, in verified cases\"")
                    .contains("Lacuna, http", path);
            assertThat(csv.lines()).hasSize(chart.select("tbody tr").size() + 2);
        }
        assertThat(page("/platforms/zoom").select("#chart-over-time tbody tr").eachText())
                .anyMatch(row -> row.matches("June 2020 [1-9].*"));
        assertThat(get("/countries/xx/over-time.svg").statusCode()).isEqualTo(404);
        assertThat(get("/countries/aq/over-time.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void a_chart_of_a_page_as_of_a_day_is_taken_along_as_of_that_day() {
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        for (String path : List.of("/platforms/zoom", "/countries/CN", "/countries", "/platforms", INCIDENT)) {
            List<String> files = page(path + "?asOf=" + day).select(".take a").eachAttr("href");
            assertThat(files).as(path).isNotEmpty().allMatch(file -> file.endsWith("?asOf=" + day));
            for (String file : files) {
                if (!file.contains(".png")) {
                    String credit = get(file).asString().replaceAll("</text><text[^>]*>", "");
                    assertThat(credit).as(file).contains(path + "?asOf=" + day);
                }
            }
            assertThat(page(path).select(".take a").eachAttr("href")).noneMatch(file -> file.contains("asOf"));
        }
        assertThat(get("/platforms/zoom/over-time.svg?asOf=never").statusCode()).isEqualTo(400);
    }

    @Test
    void a_platform_says_how_long_it_takes_and_that_too_few_are_too_few() {
        Document page = page("/platforms/zoom");
        assertThat(page.select("#chart-over-time tbody tr")).isNotEmpty();
        assertThat(page.select("section[aria-labelledby=reversal]").text()).contains("insufficient", "a curve takes 5");
        assertThat(page("/platforms").select("#chart-explanations thead th").eachText())
                .contains("Platform", "Local law");
    }

    @Test
    void a_country_keeps_demand_place_and_people_apart() {
        Document page = page("/countries/cn");
        assertThat(page.select("h1").text()).isEqualTo("China");
        assertThat(page.select("h2").eachText())
                .contains("Demanded by its government", "Restricted there", "Whoever was hit is based there");
        Element row = page("/countries").select("tr:has(a[href=/countries/CN])").first();
        assertThat(Integer.parseInt(row.select("td").get(0).text())).isPositive();
        assertThat(get("/countries/xx").statusCode()).isEqualTo(404);
        assertThat(get("/countries/china").statusCode()).isEqualTo(404);
    }

    @Test
    void a_list_narrows_by_its_facets_and_counts_what_is_left() {
        Document page = page("/cases?q=zoom");
        Element first = page.select(".facets a").first();
        int left = Integer.parseInt(first.parent().select("span").text().replaceAll("\\D", ""));
        Document narrowed = page(first.attr("href"));
        assertThat(narrowed.select("#found").text()).startsWith(left + " case");
        assertThat(narrowed.select(".facets [aria-current=true]")).isNotEmpty();
    }

    @Test
    void machines_are_told_that_cases_may_be_read_and_what_holds_nothing_to_find() {
        Response answer = given().get("/robots.txt");
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        BaseRobotRules rules = new SimpleRobotRulesParser()
                .parseContent("http://localhost/robots.txt", answer.asByteArray(), "text/plain", Set.of("anybody"));
        assertThat(rules.isAllowed("http://localhost/cases/zoom-humanitarian-china-2020"))
                .isTrue();
        assertThat(rules.isAllowed("http://localhost/submit")).isTrue();
        assertThat(rules.isAllowed("http://localhost/cases?status=restricted")).isFalse();
        assertThat(rules.isAllowed("http://localhost/desk/login")).isFalse();
    }

    @Test
    void every_list_can_be_read_as_it_stood_on_a_day() {
        for (String path : List.of("/", "/cases", "/platforms", "/platforms/zoom", "/countries", "/countries/CN")) {
            Document page = page(path + "?asOf=2001-01-01");
            assertThat(page.select(".earlier").text()).as(path).contains("1 January 2001");
            assertThat(page.select("input[pattern]").eachAttr("pattern"))
                    .as(path)
                    .allMatch("2001-01-01"::matches);
            assertThat(page.select(".list li")).as(path).isEmpty();
            assertThat(get(path + "?asOf=someday").statusCode()).as(path).isEqualTo(400);
        }
    }
}
