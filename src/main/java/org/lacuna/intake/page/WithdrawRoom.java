package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionState;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** Takes everything back, after saying what that means. */
@ApplicationScoped
class WithdrawRoom implements ReportRoom {
    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance withdraw(Frame frame, Say say, Visit visit);
    }

    private final OwnSubmission own;
    private final OpenReports reports;
    private final FormPages pages;
    private final URI leaveTo;

    WithdrawRoom(OwnSubmission own, OpenReports reports, FormPages pages, IntakeSettings settings) {
        this.own = own;
        this.reports = reports;
        this.pages = pages;
        this.leaveTo = settings.leaveTo();
    }

    @Override
    public String word() {
        return "withdraw";
    }

    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        Frame frame = new Frame(visit.say(), path(), "stay", leaveTo);
        return Rendered.of(
                Rendered.OK, Templates.withdraw(frame, visit.say(), visit).render());
    }

    /** Only its own button does it. */
    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        if (!form.value("go").equals(word())) {
            return show(visit, form, "");
        }
        own.withdraw(visit.key());
        reports.close(visit.token());
        String state = "state." + SubmissionState.WITHDRAWN.word();
        return Rendered.of(
                Rendered.OK,
                pages.told(visit.say(), visit.say().of(state), visit.say().of(state + ".meaning")));
    }
}
