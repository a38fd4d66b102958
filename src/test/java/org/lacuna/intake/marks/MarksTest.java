package org.lacuna.intake.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final MarkKey KEY = new MarkKey("a key for tests".getBytes(StandardCharsets.UTF_8));
    private static final String TEXT = "My channel about old songs was closed on a Friday night and nobody told us why."
            + " There were eleven films on it, each with the full name of the singer.";

    @Test
    void no_two_of_fifty_real_reports_are_taken_for_copies() {
        List<TextMark> marks =
                Report.real().stream().map(report -> mark(report.text())).toList();
        assertThat(marks).hasSize(50);
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                assertThat(marks.get(i).alike(marks.get(j)))
                        .as("%d and %d", i, j)
                        .isFalse();
            }
        }
    }

    @Test
    void real_reports_resemble_each_other_less_than_half_of_what_makes_copies() {
        List<TextMark> marks =
                Report.real().stream().map(report -> mark(report.text())).toList();
        double phrases = 0;
        double words = 0;
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                phrases = Math.max(
                        phrases, marks.get(i).phrases().similarity(marks.get(j).phrases()));
                words = Math.max(
                        words, marks.get(i).words().similarity(marks.get(j).words()));
            }
        }
        assertThat(phrases).isLessThan(0.14);
        assertThat(words).isLessThan(0.21);
    }

    @Test
    void a_text_with_other_names_days_and_signs_is_a_copy_and_shares_a_band() {
        copy(TEXT.replace("Friday", "Tuesday").replace("eleven", "14").replace("singer", "speaker") + " 😡😡");
    }

    @Test
    void look_alike_letters_capitals_accents_and_invisible_characters_make_no_difference() {
        assertThat(sketch(TEXT.replace('o', '\u043E').replace('a', '\u0430'))).isEqualTo(sketch(TEXT));
        assertThat(sketch(TEXT.toUpperCase(Locale.ROOT))).isEqualTo(sketch(TEXT));
        assertThat(sketch(TEXT.replace("e", "e\u0301"))).isEqualTo(sketch(TEXT));
        assertThat(sketch(TEXT.replace("on", "o\u200Bn\u00AD"))).isEqualTo(sketch(TEXT));
        assertThat(sketch(TEXT.replace(" ", " \uD83D\uDD25 "))).isEqualTo(sketch(TEXT));
    }

    @Test
    void sentences_in_another_order_are_a_copy() {
        String[] sentences = TEXT.split("(?<=\\.) ");
        copy(sentences[1] + " " + sentences[0]);
    }

    @Test
    void a_varied_chinese_a_varied_tibetan_and_a_varied_uyghur_text_are_copies() {
        for (int at : new int[] {20, 30, 36}) {
            String text = Report.real().get(at).text();
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            String varied = text.substring(0, middle) + "2025" + text.substring(middle);
            assertThat(mark(varied).alike(mark(text))).as(text).isTrue();
        }
    }

    @Test
    void short_texts_are_copies_only_if_they_say_the_same() {
        assertThat(mark("My account was suspended.").alike(mark("my account was SUSPENDED!!")))
                .isTrue();
        assertThat(mark("My account was suspended.").alike(mark("My account was suspended yesterday in Perm.")))
                .isFalse();
    }

    @Test
    void among_three_hundred_fakes_about_one_subject_the_honest_texts_resemble_the_others_least() {
        List<Report> honest = Report.real().stream()
                .filter(report -> report.subject().toLowerCase(Locale.ROOT).contains(Report.ATTACKED))
                .toList();
        assertThat(honest).hasSize(6);
        for (long seed = 0; seed < 10; seed++) {
            MarkKey key = new MarkKey(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
            Map<UUID, TextMark> marks = new HashMap<>();
            Set<UUID> ours = new HashSet<>();
            for (Report report : honest) {
                UUID id = UUID.randomUUID();
                ours.add(id);
                marks.put(id, TextMark.of(key, report.text()).mark());
            }
            new Campaign(seed)
                    .oneSubject(300)
                    .forEach(fake -> marks.put(
                            UUID.randomUUID(), TextMark.of(key, fake.text()).mark()));
            Map<UUID, Double> nearest = Likeness.nearest(marks);
            List<UUID> first = nearest.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .limit(honest.size() + 2)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(first).as("seed %d", seed).containsAll(ours);
        }
    }

    @Test
    void with_another_key_the_same_text_has_nothing_in_common_with_itself() {
        MarkKey other = new MarkKey("another key".getBytes(StandardCharsets.UTF_8));
        TextMark.Banded here = TextMark.of(KEY, TEXT);
        TextMark.Banded there = TextMark.of(other, TEXT);

        assertThat(here.mark().phrases().similarity(there.mark().phrases())).isLessThan(0.1);
        assertThat(Arrays.stream(here.bands()).boxed().toList())
                .doesNotContainAnyElementsOf(
                        Arrays.stream(there.bands()).boxed().toList());
    }

    @Test
    void a_text_of_anything_at_all_has_a_mark() {
        for (String text :
                List.of("", " ", "\uD83D\uDD25", "\0\uD800", "1", "\u202E", "a".repeat(100_000), "啊".repeat(50_000))) {
            assertThat(TextMark.of(KEY, text).bands()).hasSize(53);
        }
    }

    private static void copy(String varied) {
        TextMark.Banded one = TextMark.of(KEY, TEXT);
        TextMark.Banded other = TextMark.of(KEY, varied);
        assertThat(one.mark().alike(other.mark())).isTrue();
        assertThat(LongStream.of(one.bands())
                        .anyMatch(band -> LongStream.of(other.bands()).anyMatch(each -> each == band)))
                .isTrue();
    }

    private static List<Byte> sketch(String text) {
        TextMark mark = mark(text);
        List<Byte> bytes = new ArrayList<>();
        for (byte each : mark.phrases().bytes()) {
            bytes.add(each);
        }
        for (byte each : mark.words().bytes()) {
            bytes.add(each);
        }
        return bytes;
    }

    private static TextMark mark(String text) {
        return TextMark.of(KEY, text).mark();
    }
}
