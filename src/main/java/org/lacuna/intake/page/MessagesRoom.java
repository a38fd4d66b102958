package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.AddToSubmission;
import org.lacuna.intake.Dossier;
import org.lacuna.intake.Dossiers;
import org.lacuna.intake.FileFacts;
import org.lacuna.intake.Item;
import org.lacuna.intake.ItemKind;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** What the person and the editors wrote to each other, and a field to answer. */
@ApplicationScoped
class MessagesRoom implements ReportRoom {
    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance messages(
                Frame frame, Say say, Visit visit, SentForm form, List<Line> lines, String notice);
    }

    private final OwnSubmission own;
    private final Dossiers dossiers;
    private final Adding adding;
    private final URI leaveTo;

    MessagesRoom(OwnSubmission own, Dossiers dossiers, Adding adding, IntakeSettings settings) {
        this.own = own;
        this.dossiers = dossiers;
        this.adding = adding;
        this.leaveTo = settings.leaveTo();
    }

    /**
     * A message, something added, or the name of a file.
     *
     * @param unread whether the person sees it for the first time
     */
    record Line(String who, String day, String text, boolean unread) {}

    @Override
    public String word() {
        return "messages";
    }

    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        int status = form.refused() ? Rendered.UNPROCESSABLE : Rendered.OK;
        List<Line> lines = dossiers.open(visit.key()).map(Dossier::items).orElse(List.of()).stream()
                .map(item -> line(visit.say(), item))
                .toList();
        own.see(visit.key().id());
        Frame frame = new Frame(visit.say(), path(), "send", leaveTo);
        return Rendered.of(
                status,
                Templates.messages(frame, visit.say(), visit, form, lines, notice)
                        .render());
    }

    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        Reading reading = new Reading(form, visit.say());
        String text = reading.required("text", reading.text("text", AddToSubmission.MOST_TEXT), "problem.empty");
        Optional<Budgets.Refusal> later = adding.text(visit, form, ItemKind.FROM_PERSON, text);
        if (later.isPresent()) {
            String told = later.get().told(visit.say());
            return Rendered.later(later.get(), show(visit, form, told).html());
        }
        return form.refused()
                ? show(visit, form, "")
                : show(visit, SentForm.empty(), visit.say().of("message.sent"));
    }

    private static Line line(Say say, Item item) {
        return new Line(
                say.word("item", item.kind()),
                say.day(item.day()),
                item.text().or(() -> item.file().map(FileFacts::name)).orElse(""),
                !item.kind().byPerson() && !item.seen());
    }
}
