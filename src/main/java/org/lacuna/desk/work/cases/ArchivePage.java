package org.lacuna.desk.work.cases;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.lacuna.cases.Source;
import org.lacuna.desk.door.Allowed;
import org.lacuna.desk.door.DeskRole;
import org.lacuna.desk.door.SeeOther;
import org.lacuna.desk.door.Visit;
import org.lacuna.desk.work.archive.ArchiveSource;
import org.lacuna.desk.work.archive.Archived;
import org.lacuna.desk.work.form.FindCase;
import org.lacuna.desk.work.form.KnownCase;
import org.lacuna.page.SentForm;

/** Tries again to keep a copy of a source that could not be kept before. */
@Path("/desk/cases/{slug}/sources/{id}/archive")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ArchivePage {
    private final Visit visit;
    private final FindCase find;
    private final ArchiveSource archive;
    private final DecideCase decide;

    ArchivePage(Visit visit, FindCase find, ArchiveSource archive, DecideCase decide) {
        this.visit = visit;
        this.find = find;
        this.archive = archive;
        this.decide = decide;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR})
    public Response again(@PathParam("slug") String slug, @PathParam("id") String id, SentForm form) {
        KnownCase at = find.at(slug);
        Source source = at.source(id).orElseThrow(() -> new NotFoundException("There is no such source."));
        String url = source.url().orElseThrow(() -> new NotFoundException("This source has no address."));
        Archived tried = archive.archive(url);
        decide.archived(visit.visitor(), at, id, tried);
        return SeeOther.at(at.address() + "#sources").build();
    }
}
