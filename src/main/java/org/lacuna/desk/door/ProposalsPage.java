package org.lacuna.desk.door;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.lacuna.page.SentForm;

/** What waits for a second person. */
@Path("/desk/proposals")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProposalsPage {
    private static final int MOST_WHY = 500;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance proposals(Visitor visitor, List<Line> lines, SentForm form);
    }

    /** One proposal. */
    record Line(Proposal proposal, String does, boolean own, boolean mayDecide) {
        public LocalDate proposed() {
            return LocalDate.ofInstant(proposal.proposed(), ZoneOffset.UTC);
        }

        public LocalDate expires() {
            return LocalDate.ofInstant(proposal.expires(), ZoneOffset.UTC);
        }
    }

    private final Visit visit;
    private final TwoPersons twoPersons;

    ProposalsPage(Visit visit, TwoPersons twoPersons) {
        this.visit = visit;
        this.twoPersons = twoPersons;
    }

    @GET
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    public Response list() {
        return page(200, SentForm.empty());
    }

    @POST
    @Path("/{id}/approve")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response approve(@PathParam("id") UUID id, SentForm form) {
        return decide(form, why -> twoPersons.approve(visit.visitor(), id, why));
    }

    @POST
    @Path("/{id}/reject")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reject(@PathParam("id") UUID id, SentForm form) {
        return decide(form, why -> twoPersons.reject(visit.visitor(), id, why));
    }

    @POST
    @Path("/{id}/take-back")
    @Allowed({DeskRole.EDITOR, DeskRole.SENIOR, DeskRole.CUSTODIAN})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("id") UUID id, SentForm form) {
        return decide(form, why -> twoPersons.takeBack(visit.visitor(), id, why));
    }

    private interface Decision {
        void because(String why);
    }

    private Response decide(SentForm form, Decision decision) {
        String why = form.required("why", MOST_WHY, "Say why; the audit trail keeps it.");
        if (form.refused()) {
            return page(422, form);
        }
        try {
            decision.because(why);
            return SeeOther.at("/desk/proposals").build();
        } catch (NotYours another) {
            throw new ForbiddenException(another.getMessage(), another);
        } catch (ProposalDecided late) {
            form.refuse("why", "Somebody has decided about this meanwhile, or it has expired; that stands.");
            return page(409, form);
        } catch (IllegalArgumentException stands) {
            form.refuse("why", "It cannot be done now, and waits as before: " + stands.getMessage());
            return page(409, form);
        }
    }

    private Response page(int status, SentForm form) {
        Visitor visitor = visit.visitor();
        List<Line> lines = twoPersons.open().stream()
                .map(each -> new Line(
                        each,
                        twoPersons.describe(each),
                        each.proposer().equals(visitor.editor()),
                        twoPersons.mayDecide(visitor, each)))
                .toList();
        return Response.status(status)
                .entity(Templates.proposals(visitor, lines, form).render())
                .build();
    }
}
