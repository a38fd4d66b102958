package org.lacuna.publication;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lacuna.shared.EdtfDate;
import org.lacuna.shared.EdtfWords;

/**
 * A date as given and as bounds.
 *
 * @param edtf as given, in the profile of {@link EdtfDate}
 * @param earliest the first day it can mean; null in JSON where nothing bounds it
 * @param latest the last day it can mean; null in JSON where nothing bounds it
 */
public record PublicDate(
        @Schema(implementation = String.class) EdtfDate edtf,
        Optional<LocalDate> earliest,
        Optional<LocalDate> latest) {
    static PublicDate of(EdtfDate date) {
        return new PublicDate(date, date.earliest(), date.latest());
    }

    /** The date for a person, uncertainty included; not part of the JSON. */
    public String words() {
        return EdtfWords.of(edtf);
    }
}
