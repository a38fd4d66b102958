package org.lacuna.desk.work.join;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.cases.Entry;
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

/** Where an editor merges a case into another one about the same subject. */
@Path("/desk/cases/{slug}/merge")
@Blocking
@Produces(MediaType.TEXT_HTML)
class MergePage {
    private static final String INTO = "into";

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance merge(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows besides the form. */
    record View(KnownCase at, List<EntryBoxes.Box> boxes, Optional<Preview> preview) {}

    private final Visit visit;
    private final FindCase find;
    private final JoinCases join;

    MergePage(Visit visit, FindCase find, JoinCases join) {
        this.visit = visit;
        this.find = find;
        this.join = join;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("slug") String slug) {
        return render(find.at(slug), SentForm.empty(), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response merge(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Optional<KnownCase> into = into(at, form);
        Optional<String> why = CaseFields.why(form);
        Set<String> leftOut = EntryBoxes.ticked(at, form);
        if (form.refused() || into.isEmpty()) {
            return page(422, at, form, Optional.empty());
        }
        Preview preview = Preview.of(List.of(), into.get().entries(), kept(at, leftOut));
        if (form.value(Looked.DO).equals(Looked.LOOK) || !preview.wasSeen(form)) {
            return page(200, at, form, Optional.of(preview));
        }
        Refusals.at(
                form, INTO, () -> join.merge(visit.visitor(), slug, into.get().slug(), leftOut, why.orElseThrow()));
        return form.refused()
                ? page(422, at, form, Optional.empty())
                : SeeOther.at(into.get().address()).build();
    }

    private Optional<KnownCase> into(KnownCase at, SentForm form) {
        Optional<String> slug = CaseFields.text(
                form, INTO, CaseFields.MOST_TITLE, "Write the name of the case, as it stands in its address.");
        if (slug.equals(Optional.of(at.slug()))) {
            form.refuse(INTO, "This is the case itself. Name another one.");
            return Optional.empty();
        }
        try {
            return slug.map(find::at);
        } catch (NotFoundException none) {
            form.refuse(INTO, "There is no case with this name.");
            return Optional.empty();
        }
    }

    private static List<Entry> kept(KnownCase at, Set<String> leftOut) {
        return at.entries().stream()
                .filter(entry -> !leftOut.contains(entry.head().id()))
                .toList();
    }

    private Response page(int status, KnownCase at, SentForm form, Optional<Preview> preview) {
        return Response.status(status).entity(render(at, form, preview)).build();
    }

    private String render(KnownCase at, SentForm form, Optional<Preview> preview) {
        return Templates.merge(visit.visitor(), new View(at, EntryBoxes.of(at, form), preview), form)
                .render();
    }
}
