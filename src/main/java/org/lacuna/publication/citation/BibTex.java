package org.lacuna.publication.citation;

import java.time.format.TextStyle;
import java.util.Locale;

/**
 * An entry of a bibliography in BibTeX. Letters stay what they are, in UTF-8; what TeX would read as a command is
 * written so that it is printed. Braces inside a text become commands: BibTeX counts even those behind a backslash.
 */
final class BibTex {
    private BibTex() {}

    static String write(Citation citation) {
        StringBuilder entry = new StringBuilder("@misc{").append(citation.slug());
        entry.append('-').append(citation.version()).append(",\n");
        field(entry, "author", "{" + Citation.PUBLISHER + "}");
        // braces inside, so that no style changes the case of a name
        field(entry, "title", "{" + escaped(Apa.oneLine(citation.title())) + "}");
        field(entry, "year", String.valueOf(citation.day().getYear()));
        entry.append("  month = ")
                .append(citation.day()
                        .getMonth()
                        .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                        .toLowerCase(Locale.ENGLISH))
                .append(",\n");
        field(entry, "day", String.valueOf(citation.day().getDayOfMonth()));
        field(entry, "version", String.valueOf(citation.version()));
        field(entry, "url", citation.permalink().toASCIIString());
        field(
                entry,
                "note",
                escaped("Version " + citation.version() + ", " + citation.digest() + ". "
                                + Apa.oneLine(citation.notes()))
                        .strip());
        return entry.append("}\n").toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    /** TeX's ten special characters (The TeXbook, ch. 7). */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '{' -> out.append("\\textbraceleft{}");
                case '}' -> out.append("\\textbraceright{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '$', '&', '#', '_', '%' -> out.append('\\').append((char) c);
                default -> out.append((char) c);
            }
        });
        return out.toString();
    }
}
