package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** More facts and files, at any time. */
@ApplicationScoped
class AddRoom implements ReportRoom {
    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance add(Frame frame, Say say, Visit visit, SentForm form, String notice);
    }

    private final Adding adding;
    private final URI leaveTo;

    AddRoom(Adding adding, IntakeSettings settings) {
        this.adding = adding;
        this.leaveTo = settings.leaveTo();
    }

    @Override
    public String word() {
        return "add";
    }

    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        int status = form.refused() ? Rendered.UNPROCESSABLE : Rendered.OK;
        Frame frame = new Frame(visit.say(), path(), "send", leaveTo);
        return Rendered.of(
                status, Templates.add(frame, visit.say(), visit, form, notice).render());
    }

    /** SentFiles first: if one is refused, the text is still in the form and is not stored twice later. */
    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        Say say = visit.say();
        Reading reading = new Reading(form, say);
        Optional<String> text = reading.text("text", AddToSubmission.MOST_TEXT);
        boolean files = parts.map(sent -> sent.fields().files() > 0).orElse(false);
        if (text.isEmpty() && !files) {
            reading.refuse("text", say.of("problem.empty"));
        }
        Optional<Budgets.Refusal> later = files ? adding.files(visit, form, SentFiles.of(parts)) : Optional.empty();
        if (later.isEmpty() && text.isPresent()) {
            later = adding.text(visit, form, ItemKind.ADDITION, text.get());
        }
        if (later.isPresent()) {
            return Rendered.later(
                    later.get(), show(visit, form, later.get().told(say)).html());
        }
        if (form.refused()) {
            return show(visit, form, files ? say.of("files.again") : "");
        }
        return show(visit, SentForm.empty(), say.of("add.done"));
    }
}
