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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.cases.RecordReply;
import org.lacuna.cases.Rule;
import org.lacuna.cases.Vocabulary;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.form.CaseFields;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.desk.work.form.PlatformRule;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.page.SentForm;
import org.lacuna.shared.EdtfDate;

/** Where an editor records what the platform answered us: its right of reply. */
@Path("/desk/cases/{slug}/reply")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ReplyPage {
    private static final int MOST_HOW = 1_000;
    private static final List<String> TEXTS = Stream.of(List.of("text"), CitedSources.FIELDS, PlatformRule.FIELDS)
            .flatMap(List::stream)
            .toList();

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance reply(Visitor visitor, View view, SentForm form);
    }

    /** What the page shows besides the form. */
    record View(KnownCase at, Map<String, String> explanations, Looked looked, String once) {}

    private final Visit visit;
    private final FindCase find;
    private final ArchiveCited archive;
    private final DecideCase decide;

    ReplyPage(Visit visit, FindCase find, ArchiveCited archive, DecideCase decide) {
        this.visit = visit;
        this.find = find;
        this.archive = archive;
        this.decide = decide;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(@PathParam("slug") String slug) {
        return render(find.at(slug), SentForm.empty(), Looked.notYet());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response record(@PathParam("slug") String slug, SentForm form) {
        KnownCase at = find.at(slug);
        OnceQueries.check(form);
        Optional<EdtfDate> date = CaseFields.date(form);
        Optional<String> text =
                CaseFields.text(form, "text", CaseFields.MOST_TEXT, "Write what the platform answered, in your words.");
        Optional<String> explanation = CaseFields.maybeWord(form, "explanation", Vocabulary.EXPLANATIONS);
        Optional<Rule> rule = PlatformRule.read(form);
        CitedSources sources = CitedSources.read(form, at.sources(), false);
        Optional<String> how = CaseFields.text(
                form, "how", MOST_HOW, "Say how you made sure that it came from the platform; editors alone read it.");
        Looked looked = Looked.at(form, TEXTS);
        if (form.refused() || !looked.goesOn()) {
            return page(looked.status(form), at, form, looked);
        }
        Optional<ArchiveCited.Copied> source = sources.added().map(archive::source);
        RecordReply.Reply reply = new RecordReply.Reply(
                date.orElseThrow(), text.orElseThrow(), explanation, rule.map(archive::rule), sources.ids());
        Refusals.at(form, "date", () -> decide.reply(visit.visitor(), at, reply, source, how.orElseThrow(), form));
        return form.refused()
                ? page(422, at, form, looked)
                : SeeOther.at(at.address() + "#timeline").build();
    }

    private Response page(int status, KnownCase at, SentForm form, Looked looked) {
        return Response.status(status).entity(render(at, form, looked)).build();
    }

    private String render(KnownCase at, SentForm form, Looked looked) {
        View view = new View(at, Vocabulary.EXPLANATIONS, looked, OnceQueries.mark(form));
        return Templates.reply(visit.visitor(), view, form).render();
    }
}
