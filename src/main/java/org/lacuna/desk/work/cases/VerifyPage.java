package org.lacuna.desk.work.cases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Verification;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;

/** Where an editor says how well a case is checked, and why. */
@Path("/desk/cases/{slug}/verification")
@Blocking
@Produces(MediaType.TEXT_HTML)
class VerifyPage {
    private static final int MOST_SHOWN = 300;
    private static final Map<String, String> LEVELS = levels();

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance verification(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows besides the form. */
    record View(KnownCase at, Map<String, String> levels, Looked looked, String once) {}

    private final Visit visit;
    private final FindCase find;
    private final DecideCase decide;

    VerifyPage(Visit visit, FindCase find, DecideCase decide) {
        this.visit = visit;
        this.find = find;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("slug") String slug) {
        KnownCase at = find.at(slug);
        return render(at, SentForm.empty(), Looked.notYet());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response set(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        OnceQueries.check(form);
        Optional<Verification> level =
                CaseFields.word(form, "level", LEVELS, "Choose a level.").map(Verification::of);
        Optional<String> why = CaseFields.why(form);
        Optional<String> shown = CaseFields.maybe(form, "shown", MOST_SHOWN);
        if (level.equals(Optional.of(Verification.DISPUTED))
                && form.value("shown").isBlank()) {
            form.refuse("shown", "Say in a few words who disputes what; the public reads it.");
        }
        Looked looked = Looked.at(form, List.of("shown"));
        if (form.refused() || !looked.goesOn()) {
            return page(looked.status(form), at, form, looked);
        }
        Refusals.at(
                form,
                "level",
                () -> decide.verify(visit.visitor(), at, level.orElseThrow(), why.orElseThrow(), shown, form));
        return form.refused()
                ? page(422, at, form, looked)
                : SeeOther.at(at.address() + "#checked").build();
    }

    private Response page(int status, KnownCase at, SentForm form, Looked looked) {
        return Response.status(status).entity(render(at, form, looked)).build();
    }

    private String render(KnownCase at, SentForm form, Looked looked) {
        View view = new View(at, LEVELS, looked, OnceQueries.mark(form));
        return Templates.verification(visit.visitor(), view, form).render();
    }

    private static Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        levels.put("reported", "Reported: one origin says so.");
        levels.put("corroborated", "Corroborated: two origins or kinds of evidence that do not depend on each other.");
        levels.put("verified", "Verified: an editor has checked it against evidence, and the reason below says how.");
        levels.put("disputed", "Disputed: somebody contradicts it with reasons; it stays public and says so.");
        return levels;
    }
}
