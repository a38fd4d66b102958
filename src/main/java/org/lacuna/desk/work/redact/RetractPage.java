package org.lacuna.desk.work.redact;

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
import org.lacuna.cases.Passage;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.page.SentForm;

/** Where an editor proposes that a case be retracted. */
@Path("/desk/cases/{slug}/retract")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RetractPage {
    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance retract(
                Visitor visitor, KnownCase at, Map<String, String> reasons, SentForm form);
    }

    private final Visit visit;
    private final FindCase find;
    private final PassageJson json;
    private final TwoPersons twoPersons;

    RetractPage(Visit visit, FindCase find, PassageJson json, TwoPersons twoPersons) {
        this.visit = visit;
        this.find = find;
        this.json = json;
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
    public Response propose(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Optional<String> reason = CaseFields.word(form, "reason", Reasons.ALL, "Choose a reason; the public reads it.");
        Optional<String> why = CaseFields.why(form);
        if (form.refused()) {
            return Response.status(422).entity(render(at, form)).build();
        }
        PassageJson.Proposed proposed = PassageJson.Proposed.of(slug, Passage.wholeCase(slug), reason.orElseThrow());
        twoPersons.propose(visit.visitor(), Retract.WORD, slug, json.write(proposed), why.orElseThrow());
        return SeeOther.at("/desk/proposals").build();
    }

    private String render(KnownCase at, SentForm form) {
        return Templates.retract(visit.visitor(), at, Reasons.ALL, form).render();
    }
}
