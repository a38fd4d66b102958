package org.lacuna.intake.page;

import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** A page of a person's own report; entered with a receipt. */
interface ReportRoom {
    /** The last part of its address. */
    String word();

    /** The page, with what was typed on it before. */
    Rendered show(Visit visit, SentForm form, String notice);

    /** Does what the page's button says. */
    Rendered act(Visit visit, SentForm form, Optional<SentParts> parts);

    /** Where it is, without its language. */
    default String path() {
        return StatusPage.PATH + "/" + word();
    }
}
