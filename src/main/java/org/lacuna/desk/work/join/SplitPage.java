package org.lacuna.desk.work.join;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacuna.cases.Entry;
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
import org.lacuna.shared.Slug;

/** Where an editor splits entries off a case into a new one of the same incident. */
@Path("/desk/cases/{slug}/split")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SplitPage {
    private static final String INTO = "into";

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance split(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows besides the form. */
    record View(
            KnownCase at,
            List<EntryBoxes.Box> boxes,
            Map<String, String> kinds,
            Looked looked,
            Optional<Preview> preview) {}

    private final Visit visit;
    private final FindCase find;
    private final JoinCases join;

    SplitPage(Visit visit, FindCase find, JoinCases join) {
        this.visit = visit;
        this.find = find;
        this.join = join;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("slug") String slug) {
        return render(find.at(slug), SentForm.empty(), Looked.notYet(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response split(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        String typed = form.required(INTO, CaseFields.MOST_TITLE, "Write the new case's name in its address.");
        Optional<String> into = typed.isEmpty() ? Optional.empty() : form.read(INTO, typed, Slug::check);
        Optional<Subject> subject = CaseFields.subject(form);
        Optional<String> why = CaseFields.why(form);
        Set<String> chosen = EntryBoxes.ticked(at, form);
        if (chosen.isEmpty()) {
            form.refuse("entries", "Choose the entries that go to the new case.");
        }
        Looked looked = Looked.at(form, List.of("subject-name", "topics"));
        if (form.refused()) {
            return page(422, at, form, looked, Optional.empty());
        }
        Preview preview = Preview.of(entries(at, chosen, false), List.of(), entries(at, chosen, true));
        if (!looked.goesOn() || !preview.wasSeen(form)) {
            return page(200, at, form, looked, Optional.of(preview));
        }
        Refusals.at(
                form,
                INTO,
                () -> join.split(
                        visit.visitor(), slug, into.orElseThrow(), subject.orElseThrow(), chosen, why.orElseThrow()));
        return form.refused()
                ? page(422, at, form, looked, Optional.empty())
                : SeeOther.at("/desk/cases/" + into.orElseThrow()).build();
    }

    private static List<Entry> entries(KnownCase at, Set<String> chosen, boolean going) {
        return at.entries().stream()
                .filter(entry -> chosen.contains(entry.head().id()) == going)
                .toList();
    }

    private Response page(int status, KnownCase at, SentForm form, Looked looked, Optional<Preview> preview) {
        return Response.status(status).entity(render(at, form, looked, preview)).build();
    }

    private String render(KnownCase at, SentForm form, Looked looked, Optional<Preview> preview) {
        View view = new View(at, EntryBoxes.of(at, form), Vocabulary.SUBJECTS, looked, preview);
        return Templates.split(visit.visitor(), view, form).render();
    }
}
