package org.lacuna.intake.page;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;
import org.lacuna.shared.Word;

/**
 * Where a person reports, one short page per step; what was answered before travels in hidden fields. No cookie, no
 * script, nothing in the address. Any {@code Origin} may post here, also the {@code null} that a careful browser sends:
 * there is no session that a foreign page could abuse.
 */
@Path(FormPages.PATH)
@Blocking
@Produces(MediaType.TEXT_HTML)
class SubmitPage {
    private final Asked asked;
    private final FormPages pages;
    private final SendReport send;

    SubmitPage(Asked asked, FormPages pages, SendReport send) {
        this.asked = asked;
        this.pages = pages;
        this.send = send;
    }

    @GET
    public Response form() {
        return Rendered.of(Rendered.OK, pages.step(asked.say(), SentForm.empty(), Step.WHAT, ""))
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(SentForm form) {
        return answer(asked.say(), form, Optional.empty()).response();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response takeWithFiles() {
        Say say = asked.say();
        Optional<SentParts> parts = asked.parts();
        SentParts.Fields fields = parts.orElseThrow(() -> new NotFoundException("There is no such page."))
                .fields();
        if (fields.state() != SentParts.State.WHOLE) {
            boolean broken = fields.state() == SentParts.State.BROKEN;
            fields.form().refuse(SentFiles.FIELD, say.of(broken ? "problem.cut" : "file.too-many"));
            return shown(Rendered.UNPROCESSABLE, say, fields.form(), step(fields.form()), fields.files() > 0)
                    .response();
        }
        return answer(say, fields.form(), parts).response();
    }

    private Rendered answer(Say say, SentForm form, Optional<SentParts> parts) {
        Step step = step(form);
        TellForm tell = send.read(say, form);
        return switch (form.value("go")) {
            case "stay" -> shown(Rendered.OK, say, form, step, parts.isPresent());
            case "back" -> shown(Rendered.OK, say, form, step.back(), false);
            default -> {
                if (step == Step.SEND) {
                    yield send.send(say, form, tell, parts);
                }
                yield tell.refuses(step)
                        ? shown(Rendered.UNPROCESSABLE, say, form, step, false)
                        : shown(Rendered.OK, say, form, step.next(), false);
            }
        };
    }

    private Rendered shown(int status, Say say, SentForm form, Step step, boolean filesLost) {
        return Rendered.of(status, pages.step(say, form, step, filesLost ? say.of("files.again") : ""));
    }

    private static Step step(SentForm form) {
        return Word.of(Step.class, form.value("step")).orElse(Step.WHAT);
    }
}
