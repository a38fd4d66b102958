package org.lacuna.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.shared.TextFile;

/** Files of the record as hardly anybody would write them. */
final class HardRecords {
    static final String SCRIPT = "Ana </script><script>alert(1)</script></title> & <b>co</b>";
    private static final String TIBETAN =
            "བོད་ཀྱི་ལོ་རྒྱུས་དང་རིག་གཞུང་སྐོར་གྱི་གནས་ཚུལ་".repeat(20).substring(0, 500);
    private static final String WITHOUT_A_GAP = "བཀྲ".repeat(167).substring(0, 500);
    private static final String MIXED = "ئۇيغۇر (Uyghur) تور بېكىتى: «Zoom» 2020-06-07 – 六四 </bdi> \"quoted\"";

    private HardRecords() {}

    /** @param entries how many lines the longest case has */
    static List<TextFile> all(int entries) {
        return List.of(
                lines("hard-lines", "hard-many", entries),
                file(
                        "hard-words",
                        TIBETAN,
                        oneCase("hard-tibetan", TIBETAN, one(TIBETAN))
                                + oneCase("hard-no-gap", WITHOUT_A_GAP, one(WITHOUT_A_GAP))
                                + oneCase("hard-mixed", MIXED, one(MIXED))
                                + oneCase("hard-script", SCRIPT, one(SCRIPT))));
    }

    /** One case with many lines. */
    static TextFile lines(String incident, String slug, int entries) {
        return file(incident, "So many lines", oneCase(slug, "Somebody", many(entries)));
    }

    private static TextFile file(String incident, String title, String cases) {
        return new TextFile(
                incident + ".yaml", """
                incident: %1$s
                title: %2$s
                summary: %2$s
                sources:
                - id: paper
                  publisher: %3$s
                  title: %2$s
                  url: "https://paper.example/%4$s"
                  published: null
                  language: ug
                cases:
                """.formatted(incident, quoted(title), quoted(MIXED), "long".repeat(100)) + cases);
    }

    private static String oneCase(String slug, String name, String entries) {
        return """
                - case: %s
                  platform: vimeo
                  subject: { kind: account, name: %s, url: null, based-in: null, topics: [] }
                  entries:
                """.formatted(slug, quoted(name)) + entries;
    }

    private static String one(String text) {
        return imposed("r1", LocalDate.of(2020, 6, 7), text);
    }

    /** Suspended and let back in, again and again, with what was said each time. */
    private static String many(int entries) {
        return IntStream.rangeClosed(1, entries / 4)
                .mapToObj(i -> {
                    LocalDate day = LocalDate.of(2015, 1, 1).plusDays(6L * i);
                    return imposed("r" + i, day, "Closed again.")
                            + statement("e" + 3 * i, day.plusDays(1))
                            + noticed("e" + (3 * i + 1), day.plusDays(2))
                            + lifted("e" + (3 * i + 2), "r" + i, day.plusDays(3));
                })
                .collect(Collectors.joining());
    }

    private static String imposed(String id, LocalDate day, String text) {
        return entry(
                "restriction-imposed",
                id,
                day,
                "measure: DECISION_ACCOUNT_SUSPENDED\n    scope: [ worldwide ]\n    demanded-by: { government: TR }",
                text);
    }

    private static String statement(String id, LocalDate day) {
        return entry("statement", id, day, "by: platform\n    explanation: local-law", "It follows the law.");
    }

    private static String noticed(String id, LocalDate day) {
        return entry("context", id, day, "disputed: []", "Others noticed it.");
    }

    private static String lifted(String id, String lifts, LocalDate day) {
        return entry(
                "restriction-lifted",
                id,
                day,
                "lifts: [ " + lifts + " ]\n    extent: full\n    how: platform-reversal",
                "Let in again.");
    }

    private static String entry(String type, String id, LocalDate day, String own, String text) {
        return """
                  - type: %s
                    id: %s
                    date: "%s"
                    %s
                    text: %s
                    sources: [ paper ]
                """.formatted(type, id, day, own, quoted(text))
                + (own.startsWith("disputed") ? "" : "    disputed: []\n");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
