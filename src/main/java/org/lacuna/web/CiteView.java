package org.lacuna.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.citation.Citation;
import org.lacuna.publication.citation.CitedCase;
import org.lacuna.publication.citation.Correction;
import org.lacuna.publication.citation.Style;

/**
 * The block “cite this case”, and what was corrected.
 *
 * @param corrections everything that was corrected in the version that is shown
 * @param earlier the day that was asked for, if the case has changed since
 * @param styles the citation, written out in each style
 */
record CiteView(Citation citation, List<Correction> corrections, Optional<LocalDate> earlier, List<Written> styles) {
    /** @param name what people call the style */
    record Written(String word, String name, String text) {}

    static CiteView of(CitedCase cited, Optional<LocalDate> asOf, ObjectMapper json) {
        return new CiteView(
                cited.citation(),
                cited.corrections(),
                asOf.filter(day -> !cited.current()),
                List.of(
                        written(Style.APA, "APA", cited, json),
                        written(Style.BIBTEX, "BibTeX", cited, json),
                        written(Style.CSL, "CSL-JSON", cited, json)));
    }

    private static Written written(Style style, String name, CitedCase cited, ObjectMapper json) {
        return new Written(
                style.word(), name, style.write(cited.citation(), json).strip());
    }

    /** The version as it is cited: a name, so it is not written as counts are. */
    public String version() {
        return String.valueOf(citation.version());
    }

    /** Where the citation can be had as a file. */
    public String address(Written written) {
        return "/api/v1/cases/" + citation.slug() + "/citation?format=" + written.word() + "&asOf=" + citation.day();
    }

    /** The path of the permalink. */
    public String permalink() {
        return "/cases/" + citation.slug() + "?asOf=" + citation.day();
    }
}
