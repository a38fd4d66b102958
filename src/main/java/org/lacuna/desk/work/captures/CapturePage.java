package org.lacuna.desk.work.captures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.page.InertDocument;
import org.lacuna.page.SentForm;
import org.lacuna.publication.captures.ReviewCaptures;
import org.lacuna.publication.captures.ReviewCaptures.Done;
import org.lacuna.publication.captures.ReviewCaptures.Look;
import org.lacuna.publication.captures.ReviewedCapture;
import org.lacuna.shared.Digest;

/** One capture: its copy as the public would get it, what was taken out, and what an editor decides. */
@Path("/desk/captures/{hex}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class CapturePage {
    private static final int UNPROCESSABLE = 422;
    private static final int EXCERPT = 4_000;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance capture(Visitor visitor, View view, SentForm form);
    }

    /**
     * What the page shows besides its forms.
     *
     * @param copy as it would be published; empty if none can be made
     * @param obstacle why none can be made
     * @param excerpt the beginning of its body, as text
     */
    record View(
            ReviewedCapture capture,
            Optional<Look.Copy> copy,
            Optional<String> obstacle,
            String excerpt,
            Map<String, String> reasons) {
        /** What to do next is asked only where it can be done. */
        public boolean isPublic() {
            return capture.state() == ReviewedCapture.State.PUBLIC;
        }

        public boolean isWithheld() {
            return capture.state() == ReviewedCapture.State.WITHHELD;
        }
    }

    private final Visit visit;
    private final ReviewCaptures review;
    private final DecideCapture decide;

    CapturePage(Visit visit, ReviewCaptures review, DecideCapture decide) {
        this.visit = visit;
        this.review = review;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String show(@PathParam("hex") String hex) {
        return render(find(hex), SentForm.empty());
    }

    /** The copy as readers would see it. */
    @GET
    @Path("/page")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String page(@PathParam("hex") String hex) {
        ReviewedCapture capture = find(hex);
        Look.Copy copy = copy(capture);
        return new InertDocument(
                        copy.of().url(),
                        copy.of().captured(),
                        copy.shown().status(),
                        copy.shown().media(),
                        address(capture),
                        false,
                        copy.shown().kind(),
                        copy.shown().title(),
                        copy.shown().html(),
                        copy.shown().cut())
                .render();
    }

    /** Its body as text, whole: what scripts read stands there too. */
    @GET
    @Path("/source")
    @Produces(MediaType.TEXT_PLAIN)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response source(@PathParam("hex") String hex) {
        Look.Copy copy = copy(find(hex));
        if (!copy.shown().isText()) {
            throw new NotFoundException("What was captured is no text.");
        }
        return Response.ok(copy.shown().source(), "text/plain;charset=UTF-8").build();
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response publish(@PathParam("hex") String hex, SentForm form) {
        ReviewedCapture capture = find(hex);
        Optional<String> why = CaseFields.why(form);
        Optional<Digest> copy = form.read("looked", form.value("copy"), Digest::parse);
        Optional<Long> seen = form.read("looked", form.value("seen"), Long::valueOf);
        if (!form.value("looked").equals("on")) {
            form.refuse("looked", "Look at the copy and its source first: whoever takes it keeps it.");
        }
        if (form.refused()) {
            return refused(capture, form);
        }
        Optional<ReviewCaptures.Prepared> prepared = review.prepare(capture.record(), copy.orElseThrow());
        if (prepared.isEmpty()) {
            form.refuse("looked", "The copy is another one now, or cannot be made; look at it again.");
            return refused(capture, form);
        }
        return done(
                capture,
                form,
                decide.publish(
                        visit.visitor(), capture.record(), prepared.get(), seen.orElseThrow(), why.orElseThrow()));
    }

    @POST
    @Path("/withhold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response withhold(@PathParam("hex") String hex, SentForm form) {
        ReviewedCapture capture = find(hex);
        Optional<String> why = CaseFields.why(form);
        return form.refused()
                ? refused(capture, form)
                : done(capture, form, decide.withhold(visit.visitor(), capture.record(), why.orElseThrow()));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response withdraw(@PathParam("hex") String hex, SentForm form) {
        ReviewedCapture capture = find(hex);
        Optional<String> reason = CaseFields.word(form, "reason", reasons(), "Choose a reason; the public reads it.");
        Optional<String> why = CaseFields.why(form);
        return form.refused()
                ? refused(capture, form)
                : done(
                        capture,
                        form,
                        decide.withdraw(visit.visitor(), capture.record(), reason.orElseThrow(), why.orElseThrow()));
    }

    private Response done(ReviewedCapture capture, SentForm form, Done done) {
        switch (done) {
            case DONE -> {
                return SeeOther.at(address(capture)).build();
            }
            case REDACTED_MEANWHILE ->
                form.refuse("looked", "Meanwhile something was redacted for good; look whether the copy shows it.");
            case NOTHING_TO_DO ->
                form.refuse("looked", "Meanwhile something else became of this copy; look at it again.");
        }
        return refused(find(capture.record().hex()), form);
    }

    private Response refused(ReviewedCapture capture, SentForm form) {
        return Response.status(UNPROCESSABLE).entity(render(capture, form)).build();
    }

    private String render(ReviewedCapture capture, SentForm form) {
        Look look = review.look(capture.record());
        Optional<Look.Copy> copy = look instanceof Look.Copy made ? Optional.of(made) : Optional.empty();
        Optional<String> obstacle = look instanceof Look.None none ? Optional.of(none.why()) : Optional.empty();
        String excerpt = copy.map(made -> made.shown().source())
                .map(source -> source.substring(0, Math.min(EXCERPT, source.length())))
                .orElse("");
        return Templates.capture(visit.visitor(), new View(capture, copy, obstacle, excerpt, reasons()), form)
                .render();
    }

    private Look.Copy copy(ReviewedCapture capture) {
        Look look = review.look(capture.record());
        if (look instanceof Look.Copy copy) {
            return copy;
        }
        throw new NotFoundException(((Look.None) look).why());
    }

    private ReviewedCapture find(String hex) {
        return Optional.of(hex)
                .filter(digits -> digits.matches("[0-9a-f]{64}"))
                .flatMap(digits -> review.find(new Digest(digits)))
                .orElseThrow(() -> new NotFoundException("No public case names such a capture."));
    }

    private static String address(ReviewedCapture capture) {
        return "/desk/captures/" + capture.record().hex();
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>(Vocabulary.REDACTIONS);
        reasons.remove("moved");
        return reasons;
    }
}
