package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.Submission;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/**
 * Where a person comes back with their receipt. Words that we know and words that we do not know take the same work
 * and the same kind of answer.
 */
@Path("/submit/status")
@Blocking
@Produces(MediaType.TEXT_HTML)
class StatusPage {
    private static final int MOST_WORDS = 500;

    /** @param asked whether words were looked up; {@code standing} is then empty if we have nothing under them */
    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance status(
                SentForm form, boolean asked, Optional<Submission> standing, URI leaveTo, boolean busy);
    }

    private final ReceiptIndex receipts;
    private final OwnSubmission own;
    private final URI leaveTo;

    StatusPage(ReceiptIndex receipts, OwnSubmission own, IntakeSettings settings) {
        this.receipts = receipts;
        this.own = own;
        this.leaveTo = settings.leaveTo();
    }

    @GET
    public Response form() {
        return SubmitPage.page(200, page(SentForm.empty(), false, Optional.empty()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(SentForm form) {
        String words = form.required("words", MOST_WORDS, "Please type the seven words of your receipt.");
        Optional<Receipt> receipt = form.read("words", words, Receipt::parse);
        if (form.refused() || receipt.isEmpty()) {
            return SubmitPage.page(422, page(form, false, Optional.empty()));
        }
        try {
            Optional<Submission> standing =
                    own.find(receipts.toFind(receipt.get())).map(found -> own.standing(found.id()));
            // The words are not written into the page again.
            return SubmitPage.page(200, page(SentForm.empty(), true, standing));
        } catch (SlowHash.Busy busy) {
            return SubmitPage.later(Templates.status(form, false, Optional.empty(), leaveTo, true));
        }
    }

    private TemplateInstance page(SentForm form, boolean asked, Optional<Submission> standing) {
        return Templates.status(form, asked, standing, leaveTo, false);
    }
}
