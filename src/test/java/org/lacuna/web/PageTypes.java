package org.lacuna.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.lacuna.page.language.Language;
import org.lacuna.report.EditionForTests;

/** One page of every type that there is, by a name for its pictures. */
@ApplicationScoped
public class PageTypes {
    private static final Map<String, String> PAGES = pages();
    private static final String CASE = "/cases/zoom-humanitarian-china-2020";
    private static final Pattern ASKED_FOR = Pattern.compile(System.getProperty("lacuna.pages", ".*"));

    private static final int OK = 200;
    private static final Map<String, Integer> REFUSALS =
            Map.of("not-found", 404, "refused", 400, "edition-ended", 410, "case-withdrawn", 410);

    private static final Set<String> IN_ENGLISH_ONLY = Set.of("login");

    private final EditionForTests editions;
    private final CasesToLookAt cases;

    PageTypes(EditionForTests editions, CasesToLookAt cases) {
        this.editions = editions;
        this.cases = cases;
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("home-earlier", "/?asOf=2020-01-01");
        pages.put("cases", "/cases?q=zoom&country=CN");
        pages.put("cases-more", "/cases?minLatency=2&sort=-latency");
        pages.put("cases-none", "/cases?asOf=2020-01-01");
        pages.put("case", CASE);
        pages.put("case-observed", ObservedExample.PATH);
        pages.put("case-several", "/cases/linkedin-humphrey");
        pages.put("case-fifty", "FIFTY");
        pages.put("case-earlier", "EARLIER");
        pages.put("case-withdrawn", "WITHDRAWN");
        pages.put("incident", "/incidents/zoom-june-fourth-2020");
        pages.put("incident-large", "/incidents/linkedin-china-profiles-2021");
        pages.put("platforms", "/platforms");
        pages.put("platform", "/platforms/zoom");
        pages.put("platform-watched", "/platforms/youtube");
        pages.put("countries", "/countries");
        pages.put("country", "/countries/cn");
        pages.put("corrections", "/corrections");
        pages.put("data", "/data");
        pages.put("bulk", "/bulk");
        pages.put("log", "/log");
        pages.put("reachable", "/reachable");
        pages.put("methods", "/methods");
        pages.put("about", "/about");
        pages.put("submit", "/submit");
        pages.put("login", "/desk/login");
        pages.put("reports", "/reports");
        pages.put("report", "/reports/restrictions-by-month");
        pages.put("report-curves", "/reports/time-to-reversal");
        pages.put("report-said", "/reports/what-platforms-said");
        pages.put("report-blocks", "/reports/geo-blocks");
        pages.put("report-health", "/reports/monitor-health");
        pages.put("report-yearly", "/reports/yearly");
        pages.put("edition", "EDITION");
        pages.put("edition-ended", "ENDED");
        pages.put("not-found", "/cases/nobody");
        pages.put("refused", "/cases?status=blocked");
        return pages;
    }

    /** All in a language; with {@code -Dlacuna.pages=case.*-ug} those that are asked for. */
    static Stream<Arguments> in(Language language) {
        return PAGES.keySet().stream()
                .filter(name -> language == Language.ENGLISH || !IN_ENGLISH_ONLY.contains(name))
                .flatMap(name -> only(name, language));
    }

    static Stream<Arguments> only(String name, Language language) {
        return Stream.of(Arguments.of(name, language))
                .filter(page -> ASKED_FOR.matcher(name + "-" + language.tag()).matches());
    }

    /** The status that this page answers with. */
    static int status(String name) {
        return REFUSALS.getOrDefault(name, OK);
    }

    String path(String name, Language language) {
        return language.path(
                switch (PAGES.get(name)) {
                    case "EDITION" -> editions.published();
                    case "ENDED" -> editions.ended();
                    case "FIFTY" -> cases.fifty();
                    case "EARLIER" -> cases.earlier();
                    case "WITHDRAWN" -> cases.withdrawn();
                    default -> PAGES.get(name);
                });
    }
}
