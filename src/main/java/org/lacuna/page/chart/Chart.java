package org.lacuna.page.chart;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chart, drawn twice: for a desk and for a hand. The table says in words and numbers whatever the drawing says.
 *
 * @param id part of ids in a page and of file names, such as {@code timeline}
 * @param title what it is
 * @param wide SVG of {@value #WIDE} units, one element
 * @param narrow the same for small screens, {@value #NARROW} units
 * @param header names of the table's columns
 * @param rows of the table, each as long as the header
 * @param note what the drawing leaves out, in a sentence; empty where it shows all
 */
@TemplateData
public record Chart(
        String id,
        String title,
        String wide,
        String narrow,
        List<String> header,
        List<List<String>> rows,
        Optional<String> note) {
    public static final int WIDE = 720;
    public static final int NARROW = 336;

    private static final Pattern SIZE = Pattern.compile("width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
    private static final int MARGIN = 16;
    private static final int CREDIT = 24;
    private static final int LINE = 16;

    public Chart {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("expected " + header.size() + " cells, found " + row);
            }
        }
    }

    /** A chart that shows all there is. */
    public Chart(String id, String title, String wide, String narrow, List<String> header, List<List<String>> rows) {
        this(id, title, wide, narrow, header, rows, Optional.empty());
    }

    /** The drawing as a file of its own: on white, with a margin, and below it what it leaves out and where it is from. */
    public String file(String credit) {
        Matcher size = SIZE.matcher(wide);
        if (!size.find()) {
            throw new IllegalStateException("expected a drawing with its size, found none");
        }
        double room = Double.parseDouble(size.group(1));
        List<String> lines = Stream.concat(note.stream(), Stream.of(credit))
                .flatMap(text -> Letters.lines(text, Drawing.SMALL, room).stream())
                .toList();
        double first = MARGIN + Double.parseDouble(size.group(2)) + CREDIT;
        StringBuilder file = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(Drawing.number(room + 2 * MARGIN))
                .append("\" height=\"")
                .append(Drawing.number(first + (lines.size() - 1) * LINE + MARGIN))
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><g transform=\"translate(")
                .append(MARGIN + " " + MARGIN)
                .append(")\">")
                .append(wide)
                .append("</g>");
        for (int i = 0; i < lines.size(); i++) {
            file.append("<text x=\"")
                    .append(MARGIN)
                    .append("\" y=\"")
                    .append(Drawing.number(first + i * LINE))
                    .append("\" font-size=\"")
                    .append(Drawing.SMALL)
                    .append("\" font-family=\"'Noto Sans','Liberation Sans',Arial,sans-serif\" fill=\"#5a554c\">")
                    .append(Drawing.escaped(lines.get(i)))
                    .append("</text>");
        }
        return file.append("</svg>").toString();
    }

    /**
     * The lines of the table in HTML, every text in them escaped. A long case has hundreds of cells, and a template took as
     * long for them as for half of its page.
     */
    public RawString lines() {
        StringBuilder html = new StringBuilder();
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">")
                    .append(Drawing.escaped(row.get(0)))
                    .append("</th>");
            for (int column = 1; column < row.size(); column++) {
                html.append("<td data-label=\"")
                        .append(Drawing.escaped(header.get(column)))
                        .append("\">")
                        .append(Drawing.escaped(row.get(column)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return new RawString(html.toString());
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
