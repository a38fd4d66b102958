package org.lacuna.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lacuna.statistics.CrossCount.Combination;
import org.lacuna.statistics.GroupedCount;
import org.lacuna.statistics.Lasted;
import org.lacuna.statistics.Sample;
import org.lacuna.statistics.Survival;

class DrawnTest {
    private static final List<String> BEGAN = List.of("month", "year", "state", "verification");
    private static final List<String> LIFTS = List.of("liftedMonth", "liftedYear", "verification");

    private static Combination row(long count, String... values) {
        return new Combination(List.of(values).stream().map(List::of).toList(), count);
    }

    private static Element overTime(List<Combination> began, List<Combination> lifts) {
        return Jsoup.parseBodyFragment(Drawn.overTime(GroupedCount.of(BEGAN, began), GroupedCount.of(LIFTS, lifts))
                        .toString())
                .body();
    }

    @Test
    void a_month_without_anything_has_its_place_on_the_axis() {
        Element chart = overTime(
                List.of(row(3, "2020-05", "2020", "lifted", "verified")),
                List.of(row(2, "2020-08", "2020", "verified")));
        assertThat(chart.select(".wide-drawing g > title").eachText())
                .containsExactly(
                        "May 2020: Began 3, Lifted in full 0",
                        "June 2020: Began 0, Lifted in full 0",
                        "July 2020: Began 0, Lifted in full 0",
                        "August 2020: Began 0, Lifted in full 2");
        assertThat(chart.select(".note")).isEmpty();
    }

    @Test
    void many_months_are_drawn_as_years_and_what_has_none_is_said_and_in_the_table() {
        List<Combination> began = new ArrayList<>();
        IntStream.rangeClosed(2014, 2020)
                .filter(year -> year != 2017)
                .forEach(year -> began.add(row(2, year + "-03", "" + year, "in-force", "reported")));
        began.add(row(4, "uncertain", "2017", "in-force", "reported"));
        began.add(row(5, "uncertain", "uncertain", "in-force", "reported"));
        Element chart = overTime(began, List.of(row(1, "uncertain", "uncertain", "reported")));
        assertThat(chart.select("figcaption").text()).isEqualTo("Restrictions and reversals by year");
        assertThat(chart.select(".wide-drawing g > title").eachText())
                .hasSize(7)
                .contains("2017: Began 4, Lifted in full 0");
        assertThat(chart.select(".note").text()).contains("5 that began, 1 that were lifted");
        assertThat(chart.select("tbody tr")).hasSize(8);
        assertThat(chart.select("tbody tr").last().text()).isEqualTo("not known 5 0 5 1 0 1 0");
    }

    @Test
    void of_many_curves_those_with_most_lifts_are_drawn_and_the_others_are_counted() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("verification", i == 14 ? "reported" : "verified");
            values.put("platform", "p" + i);
            Sample sample = Sample.of(IntStream.rangeClosed(1, i == 0 ? 4 : 5 + i)
                    .mapToObj(day -> Lasted.ended(day))
                    .toList());
            curves.add(new Curve(values, sample, Survival.of(sample)));
        }
        Figure figure = new Figure(null, GroupedCount.of(List.of("verification"), List.of()), curves, Map.of());
        assertThat(figure.drawnOf("verification", "verified"))
                .hasSize(12)
                .extracting(curve -> curve.value("platform"))
                .startsWith("p13", "p12")
                .doesNotContain("p0", "p1", "p14");
        assertThat(figure.undrawnOf("verification", "verified")).isEqualTo(1);
        assertThat(figure.undrawnOf("verification", "reported")).isZero();
        assertThat(figure.drawnOf("verification", "disputed")).isEmpty();
    }

    @Test
    void a_curve_has_a_table_of_the_days_on_its_axis_with_band_and_numbers_at_risk() {
        Sample sample =
                Sample.of(IntStream.rangeClosed(1, 20).mapToObj(Lasted::ended).toList());
        Curve curve = new Curve(Map.of("verification", "verified"), sample, Survival.of(sample));
        Element chart =
                Jsoup.parseBodyFragment(Drawn.drawn(curve, "these").toString()).body();
        assertThat(chart.select("details thead th").eachText())
                .containsExactly("After", "Share still restricted", "95 % band", "At risk");
        assertThat(chart.select("details tbody th").eachText())
                .containsExactly("0 days", "5 days", "10 days", "15 days", "20 days");
        assertThat(chart.select("details tbody tr").get(2).select("td").eachText())
                .startsWith("50 %")
                .endsWith("11")
                .element(1)
                .asString()
                .matches("\\d+ % to \\d+ %");
    }
}
