package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.ArrivingFiles;
import org.lacuna.intake.Consents;
import org.lacuna.intake.StoreSubmission;
import org.lacuna.intake.Told;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.SlowHash;

/**
 * Where a person reports. No cookie, no script, nothing in the address: what a browser or a proxy could keep is asked
 * not to be kept ({@code Cache-Control: no-store}, RFC 9111 §5.2.2.5). Any {@code Origin} may post here, also the
 * {@code null} that a careful browser sends: there is no session that a foreign page could abuse.
 */
@Path("/submit")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SubmitPage {
    private static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance form(
                SentForm form, String receipt, List<Platform> platforms, URI leaveTo, boolean busy);

        static native TemplateInstance receipt(Receipt receipt, boolean storedNow, Optional<URI> appeals, URI leaveTo);
    }

    private final TellForm tellForm;
    private final ReceiptIndex receipts;
    private final StoreSubmission store;
    private final Platforms platforms;
    private final URI leaveTo;

    SubmitPage(
            TellForm tellForm,
            ReceiptIndex receipts,
            StoreSubmission store,
            Platforms platforms,
            IntakeSettings settings) {
        this.tellForm = tellForm;
        this.receipts = receipts;
        this.store = store;
        this.platforms = platforms;
        this.leaveTo = settings.leaveTo();
    }

    @GET
    public Response form() {
        return page(Response.Status.OK.getStatusCode(), form(SentForm.empty(), Receipt.draw(), false));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(SentForm form) throws IOException {
        Receipt receipt = receipt(form);
        Optional<Told> told = tellForm.read(form);
        if (told.isEmpty()) {
            return page(UNPROCESSABLE, form(form, receipt, false));
        }
        try {
            boolean storedNow = store.store(
                    receipts.toStore(receipt), told.get(), Optional.empty(), new Consents(true, true, false, false), ArrivingFiles.NONE);
            Optional<URI> appeals =
                    told.get().platform().flatMap(platforms::find).flatMap(Platform::appeals);
            return page(Response.Status.OK.getStatusCode(), Templates.receipt(receipt, storedNow, appeals, leaveTo));
        } catch (SlowHash.Busy busy) {
            return later(form(form, receipt, true));
        }
    }

    /** The words that came with the form; new ones if it had none, as when it was sent with a tool. */
    private static Receipt receipt(SentForm form) {
        try {
            return Receipt.parse(form.value("receipt"));
        } catch (IllegalArgumentException none) {
            return Receipt.draw();
        }
    }

    private TemplateInstance form(SentForm form, Receipt receipt, boolean busy) {
        List<Platform> byName = platforms.all().stream()
                .sorted(Comparator.comparing(Platform::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return Templates.form(form, receipt.line(), byName, leaveTo, busy);
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page.render())
                .build();
    }

    static Response later(TemplateInstance page) {
        return Response.fromResponse(page(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), page))
                .header(HttpHeaders.RETRY_AFTER, SlowHash.Busy.RETRY_AFTER_SECONDS)
                .build();
    }
}
