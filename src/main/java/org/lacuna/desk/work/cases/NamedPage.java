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
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.NamedWords;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;

/** Where an editor notes whether a case names a living person, and why it may. */
@Path("/desk/cases/{slug}/named")
@Blocking
@Produces(MediaType.TEXT_HTML)
class NamedPage {
    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance named(Visitor visitor, KnownCase at, Map<String, String> bases, SentForm form);
    }

    private final Visit visit;
    private final FindCase find;
    private final DecideCase decide;
    private final TwoPersons twoPersons;

    NamedPage(Visit visit, FindCase find, DecideCase decide, TwoPersons twoPersons) {
        this.visit = visit;
        this.find = find;
        this.decide = decide;
        this.twoPersons = twoPersons;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("slug") String slug) {
        return render(find.at(slug), SentForm.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response note(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Optional<Basis> basis = CaseFields.word(
                        form, "named", NamedWords.choices(), "Say whether it names a living person, and why it may.")
                .map(Basis::of);
        Optional<String> why = CaseFields.why(form);
        if (form.refused()) {
            return Response.status(422).entity(render(at, form)).build();
        }
        if (basis.orElseThrow() == Basis.SECOND_EDITOR) {
            twoPersons.propose(visit.visitor(), KeepName.WORD, slug, slug, why.orElseThrow());
            return SeeOther.at("/desk/proposals").build();
        }
        Refusals.at(form, "named", () -> decide.name(visit.visitor(), at, basis.get(), why.orElseThrow()));
        return form.refused()
                ? Response.status(422).entity(render(at, form)).build()
                : SeeOther.at(at.address()).build();
    }

    private String render(KnownCase at, SentForm form) {
        return Templates.named(visit.visitor(), at, NamedWords.choices(), form).render();
    }
}
