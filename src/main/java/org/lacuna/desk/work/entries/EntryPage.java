package org.lacuna.desk.work.entries;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.cases.Rule;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.door.Visitor;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.form.CitedSources;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.desk.work.form.Looked;
import org.lacuna.desk.work.form.OnceQueries;
import org.lacuna.desk.work.form.PlatformRule;
import org.lacuna.desk.work.form.Refusals;
import org.lacuna.desk.work.form.RestsOn;
import org.lacuna.intake.AlreadyDecided;
import org.lacuna.intake.Submission;
import org.lacuna.page.SentForm;

/** Where an editor adds an entry: first its type, then its form. */
@Path("/desk/cases/{slug}/entries")
@Blocking
@Produces(MediaType.TEXT_HTML)
class EntryPage {
    private static final List<String> TEXTS = Stream.of(
                    List.of("text", "demanded-by"), CitedSources.FIELDS, PlatformRule.FIELDS)
            .flatMap(List::stream)
            .toList();

    @CheckedTemplate(basePath = "desk/cases")
    static class Templates {
        static native TemplateInstance entrytypes(Visitor visitor, KnownCase at, List<EntryType> types, String from);

        static native TemplateInstance entry(Visitor visitor, EntryView view, SentForm form);
    }

    private final Visit visit;
    private final FindCase find;
    private final RestsOn restsOn;
    private final ArchiveCited archive;
    private final AddEntry add;

    EntryPage(Visit visit, FindCase find, RestsOn restsOn, ArchiveCited archive, AddEntry add) {
        this.visit = visit;
        this.find = find;
        this.restsOn = restsOn;
        this.archive = archive;
        this.add = add;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String types(@PathParam("slug") String slug, @QueryParam(RestsOn.FIELD) @DefaultValue("") String from) {
        return Templates.entrytypes(visit.visitor(), find.at(slug), List.of(EntryType.values()), from)
                .render();
    }

    @GET
    @Path("/{type}")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public String form(
            @PathParam("slug") String slug,
            @PathParam("type") String type,
            @QueryParam(RestsOn.FIELD) @DefaultValue("") String from) {
        return render(find.at(slug), type(type), SentForm.of(Map.of(RestsOn.FIELD, from)), Looked.notYet());
    }

    @POST
    @Path("/{type}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response add(@PathParam("slug") String slug, @PathParam("type") String word, SentForm form) {
        KnownCase at = find.at(slug);
        EntryType type = type(word);
        OnceQueries.check(form);
        Optional<NewEntry> entry = EntryForm.read(at, type, form);
        Optional<Submission> submission = restsOn.read(form);
        Looked looked = Looked.at(form, TEXTS);
        if (form.refused() || entry.isEmpty() || !looked.goesOn()) {
            return page(looked.status(form), at, type, form, looked);
        }
        Optional<ArchiveCited.Copied> source = entry.get().sources().added().map(archive::source);
        Optional<Rule> rule = entry.get().rule().map(archive::rule);
        NewEntry archived = entry.get()
                .with(
                        source.map(copied -> entry.get().sources().with(copied.source()))
                                .orElse(entry.get().sources()),
                        rule);
        try {
            Refusals.at(
                    form,
                    "date",
                    () -> add.add(visit.visitor(), at, archived, source, submission.map(Submission::id), form));
        } catch (AlreadyDecided stands) {
            form.refuse(RestsOn.FIELD, "This submission was closed or taken back meanwhile.");
            return page(409, at, type, form, looked);
        }
        return form.refused()
                ? page(422, at, type, form, looked)
                : SeeOther.at(at.address() + "#timeline").build();
    }

    private static EntryType type(String word) {
        return EntryType.of(word).orElseThrow(() -> new NotFoundException("There is no such type of entry."));
    }

    private Response page(int status, KnownCase at, EntryType type, SentForm form, Looked looked) {
        return Response.status(status).entity(render(at, type, form, looked)).build();
    }

    private String render(KnownCase at, EntryType type, SentForm form, Looked looked) {
        return Templates.entry(visit.visitor(), EntryView.of(at, type, form, looked), form)
                .render();
    }
}
