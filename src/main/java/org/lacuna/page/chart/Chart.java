package org.lacuna.page.chart;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * A chart, drawn twice: for a desk and for a hand. The table says in words and numbers whatever the drawing says.
 *
 * @param id part of ids in a page and of file names, such as {@code timeline}
 * @param title what it is
 * @param wide SVG of {@value #WIDE} units, one element
 * @param narrow the same for small screens, {@value #NARROW} units
 * @param header names of the table's columns
 * @param rows of the table, each as long as the header
 */
@TemplateData
public record Chart(String id, String title, String wide, String narrow, List<String> header, List<List<String>> rows) {
    public static final int WIDE = 720;
    public static final int NARROW = 336;

    public Chart {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("expected " + header.size() + " cells, found " + row);
            }
        }
    }

    /** For templates: the drawing has escaped every text in it already. */
    public RawString drawing() {
        return new RawString(wide);
    }

    /** The same for small screens. */
    public RawString small() {
        return new RawString(narrow);
    }
}
