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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Subject;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;

/** Where an editor describes anew what was hit, or the incident; the earlier description stays in the history. */
@Path("/desk/cases/{slug}")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DescribePage {
    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance subject(Visitor visitor, View view, SentForm form);

        static native TemplateInstance wording(Visitor visitor, View view, SentForm form);
    }

    /** What the pages show besides their forms. */
    record View(KnownCase at, Map<String, String> kinds, Looked looked) {}

    private final Visit visit;
    private final FindCase find;
    private final DecideCase decide;

    DescribePage(Visit visit, FindCase find, DecideCase decide) {
        this.visit = visit;
        this.find = find;
        this.decide = decide;
    }

    @GET
    @Path("/subject")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String subject(@PathParam("slug") String slug) {
        KnownCase at = find.at(slug);
        Subject subject = at.known().subject();
        Map<String, String> values = new HashMap<>();
        values.put("subject-kind", subject.kind());
        values.put("subject-name", subject.name());
        values.put("topics", String.join(", ", subject.topics()));
        subject.url().ifPresent(url -> values.put("subject-url", url));
        subject.basedIn().ifPresent(country -> values.put("based-in", country));
        return subject(at, SentForm.of(values), Looked.notYet());
    }

    @POST
    @Path("/subject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response describe(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Optional<Subject> subject = CaseFields.subject(form);
        Optional<String> why = CaseFields.why(form);
        Looked looked = Looked.at(form, List.of("subject-name", "topics"));
        if (form.refused() || !looked.goesOn()) {
            return answer(looked.status(form), subject(at, form, looked));
        }
        Refusals.at(
                form,
                "subject-name",
                () -> decide.describe(visit.visitor(), at, subject.orElseThrow(), why.orElseThrow()));
        return form.refused()
                ? answer(422, subject(at, form, looked))
                : SeeOther.at(at.address()).build();
    }

    @GET
    @Path("/wording")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String wording(@PathParam("slug") String slug) {
        KnownCase at = find.at(slug);
        Map<String, String> values =
                Map.of("title", at.incident().title(), "summary", at.incident().summary());
        return wording(at, SentForm.of(values), Looked.notYet());
    }

    @POST
    @Path("/wording")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response word(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Optional<String> title =
                CaseFields.text(form, "title", CaseFields.MOST_TITLE, "Write a title: who, what, where.");
        Optional<String> summary =
                CaseFields.text(form, "summary", CaseFields.MOST_TEXT, "Summarise it in your own words.");
        Optional<String> why = CaseFields.why(form);
        Looked looked = Looked.at(form, List.of("title", "summary"));
        if (form.refused() || !looked.goesOn()) {
            return answer(looked.status(form), wording(at, form, looked));
        }
        Refusals.at(
                form,
                "title",
                () -> decide.word(visit.visitor(), at, title.orElseThrow(), summary.orElseThrow(), why.orElseThrow()));
        return form.refused()
                ? answer(422, wording(at, form, looked))
                : SeeOther.at(at.address()).build();
    }

    private static Response answer(int status, String page) {
        return Response.status(status).entity(page).build();
    }

    private String subject(KnownCase at, SentForm form, Looked looked) {
        return Templates.subject(visit.visitor(), new View(at, Vocabulary.SUBJECTS, looked), form)
                .render();
    }

    private String wording(KnownCase at, SentForm form, Looked looked) {
        return Templates.wording(visit.visitor(), new View(at, Vocabulary.SUBJECTS, looked), form)
                .render();
    }
}
