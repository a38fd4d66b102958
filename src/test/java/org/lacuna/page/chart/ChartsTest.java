package org.lacuna.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lacuna.page.Say;
import org.lacuna.page.chart.OverTime.Tally;
import org.lacuna.page.chart.Timeline.Held;
import org.lacuna.page.chart.Timeline.Lane;
import org.lacuna.page.chart.Timeline.Mark;
import org.lacuna.page.language.Language;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class ChartsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Say ENGLISH = Say.in(Language.ENGLISH);
    private static final Map<Lane, String> LANES = Map.of(
            Lane.CLAIMED, "Claimed", Lane.OBSERVED, "Observed", Lane.REPORTED, "Reported", Lane.PRESSURE, "Pressure");

    private static LocalDate june(int day) {
        return LocalDate.of(2020, 6, day);
    }

    private static Span between(LocalDate from, LocalDate to) {
        return new Span(Optional.of(from), Optional.of(to));
    }

    private static String timeline(List<Held> held, List<Mark> marks, double width) {
        return Timeline.draw(
                        held,
                        marks,
                        new Timeline.Labels("Course of the case", "One restriction, lifted", "Restricted", LANES),
                        width,
                        Locale.UK,
                        TODAY)
                .orElseThrow();
    }

    private static List<String> drawings() throws IOException {
        List<Held> held = List.of(
                new Held(Span.on(june(7)), Optional.of(Span.on(june(10))), Optional.empty(), "Suspended for 3 days"),
                new Held(between(june(1), june(5)), Optional.empty(), Optional.of(TODAY), "Still blocked in China"));
        List<Mark> marks = List.of(
                new Mark(Lane.CLAIMED, 1, Span.on(june(7)), "Account suspended"),
                new Mark(Lane.CLAIMED, 2, Span.on(june(8)), "Statement </script><script>alert(1)</script>"),
                new Mark(Lane.CLAIMED, 3, between(june(8), june(10)), "ئۇيغۇرچە \"bo\" & བོད་ཡིག"),
                new Mark(Lane.OBSERVED, 4, Span.on(june(10)), "Available again"),
                new Mark(Lane.REPORTED, 5, new Span(Optional.empty(), Optional.of(june(9))), "A person reports"),
                new Mark(Lane.PRESSURE, 6, Span.on(june(12)), "Threatened by video call"));
        Survival curve = curve();
        Curves.Labels labels = new Curves.Labels(
                "Time to reversal", "Share still restricted", "Days since it was imposed", "At risk", "Median: 3 days");
        List<Columns.Column> columns = IntStream.rangeClosed(1, 18)
                .mapToObj(i -> new Columns.Column("Month " + i, "M" + i, i * 7 % 11, i * 7 % 11 / 2))
                .toList();
        List<String> drawings = new ArrayList<>();
        for (double width : new double[] {Chart.WIDE, Chart.NARROW}) {
            drawings.add(timeline(held, marks, width));
            drawings.add(Curves.draw(curve, labels, ENGLISH, width));
            drawings.add(Columns.draw(
                    columns, new Columns.Labels("By month", "Counts", "Began", "Lifted in full"), ENGLISH, width));
            drawings.add(Grid.draw(
                    List.of(new Grid.Tile("China", 23, "China: 23"), new Grid.Tile("Russia", 5, "Russia: 5")),
                    "Countries",
                    "Demanded by",
                    ENGLISH,
                    width));
            drawings.add(Matrix.draw(
                    List.of("An error", "Local law"),
                    List.of(new Matrix.Row("Zoom", List.of(4L, 1L)), new Matrix.Row("LinkedIn", List.of(0L, 9L))),
                    "Explanations",
                    "What platforms said",
                    ENGLISH,
                    width));
            drawings.add(Standing.draw(
                    List.of(
                            new Standing.Column("Restricted", Standing.Shape.FULL),
                            new Standing.Column("Partially restored", Standing.Shape.HALF),
                            new Standing.Column("Restored", Standing.Shape.HOLLOW),
                            new Standing.Column("Ended otherwise", Standing.Shape.DASH),
                            new Standing.Column("Unknown", Standing.Shape.DOTTED)),
                    List.of(
                            new Standing.Row("Ana </script><script>alert(1)</script>", 0, "Ana: </script>restricted"),
                            new Standing.Row("བོད་ཡིག་".repeat(20), 1, "Half"),
                            new Standing.Row("ئۇيغۇرچە and 中文", 2, "Back"),
                            new Standing.Row("Somebody", 3, "Over"),
                            new Standing.Row("Nobody knows", 4, "Unknown")),
                    "Who stands where",
                    "Five persons",
                    "All 5",
                    width));
        }
        Path kept = Files.createDirectories(Path.of("target", "charts"));
        for (int i = 0; i < drawings.size(); i++) {
            Files.writeString(kept.resolve(i + ".svg"), drawings.get(i));
            Files.write(kept.resolve(i + ".png"), Picture.png(drawings.get(i)));
        }
        return drawings;
    }

    private static Survival curve() {
        List<Lasted> lasted = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lasted.add(Lasted.ended(i / 2 + 1));
            lasted.add(Lasted.ended(i * 3, java.util.OptionalLong.of(i * 3 + 5)));
            lasted.add(Lasted.lasting(10 + i * 4));
        }
        return Survival.of(Sample.of(lasted)).either(found -> found, none -> {
            throw new AssertionError(none);
        });
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_drawing_is_well_formed_says_what_it_is_and_has_neither_style_nor_script() throws Exception {
        for (String drawing : drawings()) {
            Document document = parsed(drawing);
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element each = (Element) all.item(i);
                assertThat(each.getLocalName()).isIn("svg", "title", "desc", "text", "rect", "circle", "path", "g");
                assertThat(each.hasAttribute("style")).isFalse();
            }
            assertThat(document.getDocumentElement().getFirstChild().getNodeName())
                    .isEqualTo("title");
            assertThat(drawing).doesNotContain("<script").doesNotContain("NaN").doesNotContain("Infinity");
            assertThat(drawing.length()).isLessThan(15_000);
        }
    }

    @Test
    void a_file_has_a_credit_and_a_picture_is_twice_as_large() throws Exception {
        Chart chart =
                new Chart("course", "Course", drawings().get(0), drawings().get(6), List.of(), List.of());
        String file = chart.file("Lacuna <https://lacuna.example/cases/a?b&c>");
        parsed(file);
        assertThat(file).contains("Lacuna &lt;https://lacuna.example/cases/a?b&amp;c&gt;</text></svg>");
        var image = ImageIO.read(new ByteArrayInputStream(Picture.png(file)));
        assertThat(image.getWidth()).isEqualTo(2 * (Chart.WIDE + 32));
    }

    @Test
    void an_uncertain_date_is_a_span_and_never_a_point() throws Exception {
        String certain = timeline(List.of(), List.of(new Mark(Lane.CLAIMED, 1, Span.on(june(7)), "a")), Chart.WIDE);
        String uncertain =
                timeline(List.of(), List.of(new Mark(Lane.CLAIMED, 1, between(june(1), june(20)), "a")), Chart.WIDE);
        assertThat(certain).doesNotContain("stroke-dasharray");
        assertThat(uncertain).contains("stroke-dasharray");
    }

    @Test
    void a_timeline_is_to_scale() {
        TimeAxis axis = new TimeAxis(june(1), june(11), 0, 100, Locale.UK);
        assertThat(axis.x(june(6))).isEqualTo(50);
        assertThat(axis.x(LocalDate.of(2019, 1, 1))).isZero();
        assertThat(axis.ticks()).extracting(TimeAxis.Tick::label).contains("1 Jun 2020");
        assertThat(new TimeAxis(LocalDate.of(1989, 6, 4), TODAY, 0, 700, Locale.UK).ticks())
                .extracting(TimeAxis.Tick::label)
                .contains("1990", "2025")
                .hasSizeLessThan(10);
    }

    @Test
    void two_thousand_marks_stay_small_and_nothing_without_a_date_is_drawn() throws Exception {
        List<Mark> marks = IntStream.range(0, 2000)
                .mapToObj(i -> new Mark(
                        Lane.CLAIMED, i + 1, Span.on(LocalDate.of(2015, 1, 1).plusDays(i)), "line"))
                .toList();
        String drawing = timeline(List.of(), marks, Chart.WIDE);
        parsed(drawing);
        assertThat(drawing.length()).isLessThan(60_000);
        assertThat(Timeline.draw(
                        List.of(),
                        List.of(new Mark(Lane.CLAIMED, 1, new Span(Optional.empty(), Optional.empty()), "a")),
                        new Timeline.Labels("t", "d", "h", LANES),
                        Chart.WIDE,
                        Locale.UK,
                        TODAY))
                .isEmpty();
    }

    @Test
    void many_restrictions_share_rows_and_a_few_have_one_each() throws Exception {
        List<Held> held = IntStream.range(0, 700)
                .mapToObj(i -> LocalDate.of(2015, 1, 1).plusDays(4L * i))
                .map(day ->
                        new Held(Span.on(day), Optional.of(Span.on(day.plusDays(2))), Optional.empty(), "Suspended"))
                .toList();
        assertThat(height(timeline(held, List.of(), Chart.WIDE))).isLessThan(300);
        List<Held> overlapping = IntStream.range(0, 700)
                .mapToObj(i -> new Held(Span.on(june(7)), Optional.empty(), Optional.of(TODAY), "Suspended"))
                .toList();
        assertThat(height(timeline(overlapping, List.of(), Chart.WIDE))).isLessThan(300);
        assertThat(height(timeline(held.subList(0, 3), List.of(), Chart.WIDE)))
                .isEqualTo(height(timeline(held.subList(0, 2), List.of(), Chart.WIDE)) + 18);
    }

    private static double height(String drawing) throws Exception {
        return Double.parseDouble(parsed(drawing).getDocumentElement().getAttribute("height"));
    }

    @Test
    void what_is_not_lifted_reaches_the_day_until_which_that_is_known_and_is_open_after_the_last_line()
            throws Exception {
        LocalDate known = LocalDate.of(2024, 6, 7);
        List<Mark> marks = List.of(new Mark(Lane.CLAIMED, 1, Span.on(june(17)), "Said"));
        Document drawing = parsed(timeline(
                List.of(new Held(Span.on(june(7)), Optional.empty(), Optional.of(known), "Blocked")),
                marks,
                Chart.WIDE));
        Element bar = (Element) drawing.getElementsByTagName("g").item(0);
        Element open = (Element) bar.getElementsByTagName("rect").item(0);
        Element solid = (Element) bar.getElementsByTagName("rect").item(2);
        assertThat(open.getAttribute("stroke-dasharray")).isNotEmpty();
        assertThat(number(solid, "width")).as("ten days of four years").isBetween(3.0, 8.0);
        assertThat(number(open, "width")).isGreaterThan(600);
        assertThat(number(open, "x") + number(open, "width")).isGreaterThan(700);

        String lifted = timeline(
                List.of(new Held(Span.on(june(7)), Optional.of(Span.on(june(10))), Optional.empty(), "Blocked")),
                marks,
                Chart.WIDE);
        assertThat(lifted)
                .as("nothing goes on")
                .doesNotContain("stroke-dasharray")
                .doesNotContain("2024");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void a_month_without_anything_is_a_gap_and_too_many_months_become_years() {
        assertThat(Steps.months(List.of("2020-11", "uncertain", "2021-02")).orElseThrow())
                .isEqualTo(new Steps("month", List.of("2020-11", "2020-12", "2021-01", "2021-02")));
        assertThat(Steps.months(List.of("2018-01", "2021-01"))).isEmpty();
        assertThat(Steps.months(List.of("uncertain"))).isEmpty();
        assertThat(Steps.years(List.of("2018", "2021")).orElseThrow())
                .isEqualTo(new Steps("year", List.of("2018", "2019", "2020", "2021")));
        assertThat(Steps.years(List.of("1900", "2021")).orElseThrow().keys())
                .hasSize(Steps.MOST_YEARS)
                .startsWith("1962")
                .endsWith("2021");
    }

    @Test
    void a_chart_over_time_has_a_row_for_each_month_and_says_what_it_does_not_draw() throws Exception {
        Map<String, Tally> tallies = Map.of(
                "2020-06", Tally.began(3, true, true).plus(Tally.began(1, false, false)),
                "2020-08", Tally.lifted(2, true),
                "uncertain", Tally.began(5, false, false).plus(Tally.lifted(1, false)));
        Chart chart = OverTime.chart(Steps.months(tallies.keySet()).orElseThrow(), tallies, ENGLISH);
        assertThat(chart.rows())
                .containsExactly(
                        List.of("June 2020", "4", "3", "1", "0", "0", "0", "3"),
                        List.of("July 2020", "0", "0", "0", "0", "0", "0", "0"),
                        List.of("August 2020", "0", "0", "0", "2", "2", "0", "0"),
                        List.of("not known", "5", "0", "5", "1", "0", "1", "0"));
        assertThat(chart.note().orElseThrow()).contains("5 that began, 1 that were lifted");
        assertThat(parsed(chart.file("From here")).getDocumentElement().getTextContent())
                .contains("5 that began")
                .endsWith("From here");
        for (String drawing : List.of(chart.wide(), chart.narrow())) {
            assertThat(parsed(drawing).getElementsByTagName("g").getLength()).isEqualTo(3);
            assertThat(drawing).contains("Jun 2020", "July 2020: Began 0, Lifted in full 0");
        }
        Chart whole = OverTime.chart(
                Steps.months(List.of("2020-06", "2020-08")).orElseThrow(),
                Map.of("2020-06", Tally.began(1, true, true)),
                ENGLISH);
        assertThat(whole.note()).isEmpty();
    }

    @Test
    void numbers_and_months_are_written_as_the_language_writes_them() {
        Curves.Labels labels = new Curves.Labels("t", "d", "days", "at risk", "median");
        assertThat(Curves.draw(curve(), labels, ENGLISH, Chart.WIDE)).contains(">50 %<");
        assertThat(Curves.draw(curve(), labels, Say.in(Language.TURKISH), Chart.WIDE))
                .contains(">%50<")
                .doesNotContain("50 %");
        Map<String, Tally> many = Map.of("2020-06", Tally.began(5000, true, true));
        Steps june = Steps.months(many.keySet()).orElseThrow();
        assertThat(OverTime.chart(june, many, ENGLISH).wide()).contains(">5,000<", ">Jun 2020<");
        assertThat(OverTime.chart(june, many, Say.in(Language.SPANISH)).wide())
                .doesNotContain("5,000")
                .contains(">jun 2020<");
    }

    @Test
    void the_credit_of_a_file_fits_however_long_it_is() throws Exception {
        Chart chart =
                new Chart("course", "Course", drawings().get(0), drawings().get(6), List.of(), List.of());
        String credit =
                "Share still restricted after so many days. Cases: corroborated. Lacuna, https://lacuna.example/"
                        + "cases/" + "a-very-long-name-".repeat(20) + "?asOf=2020-06-07";
        Document file = parsed(chart.file(credit));
        StringBuilder all = new StringBuilder();
        double low = 0;
        for (Node each = file.getDocumentElement().getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each.getNodeName().equals("text")) {
                assertThat(Letters.width(each.getTextContent(), Drawing.SMALL)).isLessThanOrEqualTo(Chart.WIDE);
                all.append(each.getTextContent().replace(" ", ""));
                low = number((Element) each, "y");
            }
        }
        assertThat(all.toString()).isEqualTo(credit.replace(" ", ""));
        assertThat(number(file.getDocumentElement(), "height")).isGreaterThan(low + 10);
    }

    @Test
    void a_text_is_escaped_and_what_xml_does_not_allow_is_replaced() {
        assertThat(Drawing.escaped("a<b>&\"\u0000\ud800")).isEqualTo("a&lt;b&gt;&amp;&quot;\ufffd\ufffd");
        assertThat(Drawing.number(1.005)).isEqualTo("1.01");
        assertThat(Drawing.number(-0.001)).isEqualTo("0");
    }

    @Test
    void the_lines_of_a_scale_are_few_and_round() {
        assertThat(Columns.step(1)).isEqualTo(1);
        assertThat(Columns.step(11)).isEqualTo(5);
        assertThat(Columns.step(23_000)).isEqualTo(5_000);
    }

    @Test
    void a_band_holds_the_curve_and_narrows_with_more_of_the_same() {
        Survival curve = curve();
        for (int i = 0; i < curve.steps().size(); i++) {
            assertThat(curve.bands().get(i).low())
                    .isLessThanOrEqualTo(curve.steps().get(i).after() + 1e-9);
            assertThat(curve.bands().get(i).high())
                    .isGreaterThanOrEqualTo(curve.steps().get(i).after() - 1e-9);
        }
    }
}
