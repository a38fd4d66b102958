package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.intake.Consents;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;

/** What the person allows, to be changed at any time. */
@ApplicationScoped
class ConsentsRoom implements ReportRoom {
    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance consents(Frame frame, Say say, Visit visit, List<Choice> choices, String notice);
    }

    private final OwnSubmission own;
    private final URI leaveTo;

    ConsentsRoom(OwnSubmission own, IntakeSettings settings) {
        this.own = own;
        this.leaveTo = settings.leaveTo();
    }

    @Override
    public String word() {
        return "consents";
    }

    /** What is ticked on the page counts if it comes from there; otherwise what is stored. */
    @Override
    public Rendered show(Visit visit, SentForm form, String notice) {
        SentForm ticked = form.value("shown").isEmpty()
                ? stored(own.standing(visit.key().id()).consents())
                : form;
        Frame frame = new Frame(visit.say(), path(), "save", leaveTo);
        List<Choice> choices = StepPage.consents(visit.say(), ticked);
        return Rendered.of(
                Rendered.OK,
                Templates.consents(frame, visit.say(), visit, choices, notice).render());
    }

    @Override
    public Rendered act(Visit visit, SentForm form, Optional<SentParts> parts) {
        own.consent(visit.key(), TellForm.consents(new Reading(form, visit.say())));
        return show(visit, SentForm.empty(), visit.say().of("consents.done"));
    }

    private static SentForm stored(Consents given) {
        Map<String, String> ticked = new LinkedHashMap<>();
        ticked.put("may-count", given.statistics() ? "yes" : "");
        ticked.put("may-facts", given.facts() ? "yes" : "");
        ticked.put("may-name", given.name() ? "yes" : "");
        ticked.put("may-evidence", given.evidence() ? "yes" : "");
        return SentForm.of(ticked);
    }
}
