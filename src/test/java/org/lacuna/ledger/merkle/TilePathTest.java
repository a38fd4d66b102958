package org.lacuna.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/0/x001/x234/067",
                "tile/entries/000.p/1",
                "tile/entries/x001/000",
                "tile/63/000.p/255"
            })
    void a_path_reads_as_it_is_written(String path) {
        assertThat(TilePath.parse(path)).map(TilePath::toString).hasValue(path);
    }

    @Test
    void a_path_is_the_same_in_every_language_of_the_machine() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(TilePath.parse("tile/0/x001/x234/067"))
                    .map(TilePath::toString)
                    .hasValue("tile/0/x001/x234/067");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/000",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p/-1",
                "tile/0/../../checkpoint",
                "tile/0/000/..",
                "tile/entries/x000/001",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/٠٠٠",
                "tile/0/000.p/1\n",
                "TILE/0/000",
                "tile/data/000"
            })
    void anything_else_is_no_path(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void tiles_are_as_wide_as_the_specification_says_of_seventy_thousand() {
        long size = 70_000;
        assertThat(Tile.width(0, 272, size)).isEqualTo(256);
        assertThat(Tile.width(0, 273, size)).isEqualTo(112);
        assertThat(Tile.width(0, 274, size)).isZero();
        assertThat(Tile.width(1, 0, size)).isEqualTo(256);
        assertThat(Tile.width(1, 1, size)).isEqualTo(17);
        assertThat(Tile.width(2, 0, size)).isEqualTo(1);
        assertThat(Tile.width(3, 0, size)).isZero();
        assertThat(Tile.width(1, 0, 256)).isEqualTo(1);
        assertThat(Tile.width(63, 0, Long.MAX_VALUE)).isZero();
    }

    @Test
    void a_path_is_within_a_tree_that_has_as_much() {
        assertThat(TilePath.parse("tile/entries/000.p/12").orElseThrow().within(12))
                .isTrue();
        assertThat(TilePath.parse("tile/entries/000.p/13").orElseThrow().within(12))
                .isFalse();
        assertThat(TilePath.parse("tile/0/000").orElseThrow().within(255)).isFalse();
        assertThat(TilePath.parse("tile/0/x999/x999/x999/x999/x999/999")
                        .orElseThrow()
                        .within(12))
                .isFalse();
    }
}
