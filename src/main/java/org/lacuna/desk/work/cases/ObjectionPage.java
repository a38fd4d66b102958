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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.cases.Objections;
import org.lacuna.cases.Objections.Objection;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;

/** What people ask who are named in a case, and what they were answered; the editor brings them the answer. */
@Path("/desk/cases/{slug}/objections")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ObjectionPage {
    private static final String ANSWER = "answer-";

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance objection(Visitor visitor, View view, SentForm form);
    }

    /** The objections to one case. */
    record View(KnownCase at, List<Objection> objections, String once) {
        /** The name of the field for the answer. */
        public String field(Objection objection) {
            return ANSWER + objection.id();
        }
    }

    private final Visit visit;
    private final FindCase find;
    private final Objections objections;
    private final DecideCase decide;

    ObjectionPage(Visit visit, FindCase find, Objections objections, DecideCase decide) {
        this.visit = visit;
        this.find = find;
        this.objections = objections;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public String of(@PathParam("slug") String slug) {
        return render(find.at(slug), SentForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.TRIAGE, DeskRole.EDITOR, DeskRole.SENIOR})
    public Response raise(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        OnceQueries.check(form);
        Optional<String> asked = CaseFields.text(
                form, "asked", CaseFields.MOST_TEXT, "Write what the person asks for, and how they can be answered.");
        if (!form.refused()) {
            Refusals.at(form, "asked", () -> decide.raise(visit.visitor(), at, asked.orElseThrow(), form));
        }
        return done(at, form);
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response answer(@PathParam("slug") String slug, @PathParam("id") String id, SentForm form) {
        KnownCase at = find.at(slug);
        String field = ANSWER + id;
        Optional<UUID> objection = objections.of(slug).stream()
                .map(Objection::id)
                .filter(each -> each.toString().equals(id))
                .findFirst();
        if (objection.isEmpty()) {
            form.refuse("asked", "There is no such objection to this case.");
        }
        Optional<String> answer =
                CaseFields.text(form, field, CaseFields.MOST_TEXT, "Write what the person is answered.");
        if (!form.refused()) {
            Refusals.at(
                    form,
                    field,
                    () -> decide.answer(visit.visitor(), at, objection.orElseThrow(), answer.orElseThrow()));
        }
        return done(at, form);
    }

    private Response done(KnownCase at, SentForm form) {
        return form.refused()
                ? Response.status(422).entity(render(at, form)).build()
                : SeeOther.at(at.address() + "/objections").build();
    }

    private String render(KnownCase at, SentForm form) {
        View view = new View(at, objections.of(at.slug()), OnceQueries.mark(form));
        return Templates.objection(visit.visitor(), view, form).render();
    }
}
