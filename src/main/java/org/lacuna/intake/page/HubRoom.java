package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.Submission;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** The first page inside: how the report stands, what is new, and what can be done. */
@ApplicationScoped
class HubRoom implements ReportRoom {
    static final String WORD = "overview";

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance hub(
                Frame frame, Say say, Visit visit, Submission standing, LookAtReport.Look look, String notice);
    }

    private final OwnSubmission own;
    private final LookAtReport look;
    private final URI leaveTo;

    HubRoom(OwnSubmission own, LookAtReport look, IntakeSettings settings) {
        this.own = own;
        this.look = look;
        this.leaveTo = settings.leaveTo();
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        Frame frame = new Frame(visit.say(), path(), "stay", leaveTo);
        Submission standing = own.standing(visit.key().id());
        return Rendered.of(
                Rendered.OK,
                Templates.hub(frame, visit.say(), visit, standing, look.at(visit.key()), notice)
                        .render());
    }

    /** Whether the account's return is watched is the one thing that is chosen here. */
    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        switch (form.value("go")) {
            case "watch" -> own.watch(visit.key(), true);
            case "no-watch" -> own.watch(visit.key(), false);
            default -> {
                // Another page's button: shown as it is.
            }
        }
        return show(visit, form, "");
    }
}
