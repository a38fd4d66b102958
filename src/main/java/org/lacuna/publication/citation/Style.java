package org.lacuna.publication.citation;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The ways in which a citation is written. */
public enum Style {
    /** Publication Manual of the American Psychological Association, 7th edition, §10.9 (data sets). */
    APA("apa", "text/plain;charset=UTF-8") {
        @Override
        public String write(Citation citation, ObjectMapper json) {
            return Apa.write(citation) + (citation.notes().isEmpty() ? "" : "\n" + citation.notes()) + "\n";
        }
    },
    /** BibTeX, as LaTeX reads it. */
    BIBTEX("bibtex", "application/x-bibtex;charset=UTF-8") {
        @Override
        public String write(Citation citation, ObjectMapper json) {
            return BibTex.write(citation);
        }
    },
    /** CSL-JSON 1.0.2, which reference managers and pandoc read. */
    CSL("csl", "application/vnd.citationstyles.csl+json") {
        @Override
        public String write(Citation citation, ObjectMapper json) {
            return CslJson.write(citation, json);
        }
    };

    private final String word;
    private final String media;

    Style(String word, String media) {
        this.word = word;
        this.media = media;
    }

    /** Its name in a query. */
    public String word() {
        return word;
    }

    /** The media type of what it writes. */
    public String media() {
        return media;
    }

    /** The citation in this style. */
    public abstract String write(Citation citation, ObjectMapper json);

    /**
     * The style of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Style named(String word) {
        for (Style style : values()) {
            if (style.word.equals(word)) {
                return style;
            }
        }
        throw new IllegalArgumentException("expected apa, bibtex or csl, found '" + word + "'");
    }
}
