package org.lacuna.desk.work.redact;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Redactions;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.TwoPersons;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;

/** One passage: hidden, shown again, or proposed to be erased for good. */
@Path("/desk/cases/{slug}/passage")
@Blocking
@Produces(MediaType.TEXT_HTML)
class PassagePage {
    private static final int MOST_NOTE = 500;

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance passage(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows besides its forms. */
    record View(
            KnownCase at, Passage passage, String words, Optional<Redaction> redaction, Map<String, String> reasons) {
        /** The word by which forms name the kind of passage. */
        public String what() {
            return passage.what().word();
        }

        public boolean shows() {
            return redaction.isEmpty();
        }

        public boolean gone() {
            return redaction.filter(Redaction::permanent).isPresent();
        }

        /** Whether it can be shown again: what was moved stands elsewhere. */
        public boolean hidden() {
            return redaction
                    .filter(known -> !known.permanent() && !known.moved())
                    .isPresent();
        }
    }

    private final Visit visit;
    private final FindCase find;
    private final Redactions redactions;
    private final RedactPassage redact;
    private final PassageJson json;
    private final TwoPersons twoPersons;

    PassagePage(
            Visit visit,
            FindCase find,
            Redactions redactions,
            RedactPassage redact,
            PassageJson json,
            TwoPersons twoPersons) {
        this.visit = visit;
        this.find = find;
        this.redactions = redactions;
        this.redact = redact;
        this.json = json;
        this.twoPersons = twoPersons;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public String passage(
            @PathParam("slug") String slug,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("id") @DefaultValue("") String id) {
        KnownCase at = find.at(slug);
        return render(at, PassageAt.find(at, what, id), SentForm.empty());
    }

    @POST
    @Path("/hide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response hide(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Passage passage = PassageAt.find(at, form.value("what"), form.value("id"));
        Optional<String> reason = reason(form);
        Optional<String> note = note(form);
        Optional<LocalDate> until = CaseFields.day(form, "until");
        if (!form.refused()) {
            Refusals.at(
                    form,
                    "until",
                    () -> redact.hide(visit.visitor(), at, passage, reason.orElseThrow(), note.orElseThrow(), until));
        }
        return done(at, passage, form);
    }

    @POST
    @Path("/show")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response show(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Passage passage = PassageAt.find(at, form.value("what"), form.value("id"));
        Optional<String> note = note(form);
        // the reason for which it was hidden is kept: the public reads no other
        String reason = redactions
                .of(passage)
                .filter(known -> !known.moved())
                .map(Redaction::reason)
                .orElse("error");
        if (!form.refused()) {
            Refusals.at(form, "note", () -> redact.show(visit.visitor(), at, passage, reason, note.orElseThrow()));
        }
        return done(at, passage, form);
    }

    @POST
    @Path("/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(DeskRole.SENIOR)
    public Response propose(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        Passage passage = PassageAt.find(at, form.value("what"), form.value("id"));
        Optional<String> reason = reason(form);
        Optional<String> note = note(form);
        if (form.refused()) {
            return done(at, passage, form);
        }
        String payload = json.write(PassageJson.Proposed.of(slug, passage, reason.orElseThrow()));
        twoPersons.propose(visit.visitor(), EraseForGood.WORD, slug, payload, note.orElseThrow());
        return SeeOther.at("/desk/proposals").build();
    }

    private static Optional<String> reason(SentForm form) {
        return CaseFields.word(form, "reason", Reasons.ALL, "Choose a reason; the public reads it.");
    }

    private static Optional<String> note(SentForm form) {
        return CaseFields.text(
                form, "note", MOST_NOTE, "Say why, for other editors; do not repeat what is to be hidden.");
    }

    private Response done(KnownCase at, Passage passage, SentForm form) {
        return form.refused()
                ? Response.status(422).entity(render(at, passage, form)).build()
                : SeeOther.at(at.address()).build();
    }

    private String render(KnownCase at, Passage passage, SentForm form) {
        View view =
                new View(at, passage, PassageAt.words(at, passage).orElseThrow(), redactions.of(passage), Reasons.ALL);
        return Templates.passage(visit.visitor(), view, form).render();
    }
}
