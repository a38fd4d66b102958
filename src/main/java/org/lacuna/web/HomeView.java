package org.lacuna.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lacuna.page.Dates;
import org.lacuna.page.Say;
import org.lacuna.publication.Numbers;
import org.lacuna.publication.PublicCase;
import org.lacuna.publication.PublicRecord;
import org.lacuna.publication.editions.Edition;
import org.lacuna.shared.EdtfDate;

/**
 * What the home page shows.
 *
 * @param figures none while there is no case
 * @param report the edition that was published last
 */
record HomeView(
        List<Figure> figures,
        List<CaseLine> restricted,
        List<CaseLine> restored,
        List<Said> said,
        Optional<Edition> report,
        Optional<LocalDate> asOf) {
    /**
     * What a platform said last about a case.
     *
     * @param address of the line in the case's page
     */
    record Said(String address, String platform, String when, String explanation, String text) {
        static Said of(JsonNode entry, Say say) {
            JsonNode line = entry.path("entry");
            return new Said(
                    "/cases/" + entry.path("case").asText() + "#"
                            + line.path("id").asText(),
                    entry.path("platform").path("name").asText(),
                    new Dates(say)
                            .words(EdtfDate.parse(line.path("date").path("edtf").asText())),
                    line.hasNonNull("explanation")
                            ? say.word("explanation", line.path("explanation").asText())
                            : say.of("home.said.statement"),
                    line.path("text").asText());
        }
    }

    /**
     * One number with what it is made of.
     *
     * @param of what it is a part of, or where all of it is
     */
    record Figure(String label, long value, String of, long verified, long unverified) {}

    static HomeView of(
            Numbers numbers,
            PublicRecord.Spread spread,
            List<PublicCase> restricted,
            List<PublicCase> restored,
            List<JsonNode> said,
            Optional<Edition> report,
            Optional<LocalDate> asOf,
            Say say) {
        String all = say.of(
                "home.spread",
                "incidents",
                say.counted("count.incidents", spread.incidents()),
                "platforms",
                say.counted("count.platforms", spread.platforms()));
        String share = say.of("home.share", "cases", say.counted("count.public-cases", numbers.cases()));
        return new HomeView(
                numbers.cases() == 0
                        ? List.of()
                        : List.of(
                                figure(numbers, say.counted("home.figure.all", numbers.cases()), all, status -> true),
                                figure(numbers, say.of("home.figure.held"), share, HomeView::notLifted),
                                figure(numbers, say.of("home.figure.restored"), share, "restored"::equals)),
                restricted.stream().map(each -> CaseLine.of(each, say)).toList(),
                restored.stream().map(each -> CaseLine.of(each, say)).toList(),
                said.stream().map(each -> Said.of(each, say)).toList(),
                report,
                asOf);
    }

    private static boolean notLifted(String status) {
        return status.equals("restricted") || status.equals("partially-restored");
    }

    private static Figure figure(Numbers numbers, String label, String of, Predicate<String> counts) {
        long all = sum(numbers.cells().stream().filter(cell -> counts.test(cell.status())));
        long verified = sum(numbers.cells().stream()
                .filter(cell ->
                        counts.test(cell.status()) && cell.verification().equals("verified")));
        return new Figure(label, all, of, verified, all - verified);
    }

    private static long sum(Stream<Numbers.Cell> cells) {
        return cells.mapToLong(Numbers.Cell::cases).sum();
    }
}
