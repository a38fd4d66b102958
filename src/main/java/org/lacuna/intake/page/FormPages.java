package org.lacuna.intake.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.page.SentForm;
import org.lacuna.platform.Platform;
import org.lacuna.platform.Platforms;

/** Renders the pages of the form. */
@ApplicationScoped
class FormPages {
    static final String PATH = "/submit";

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance what(
                Frame frame, Say say, SentForm form, StepPage page, String notice, List<Platform> platforms);

        static native TemplateInstance when(Frame frame, Say say, SentForm form, StepPage page, String notice);

        static native TemplateInstance after(Frame frame, Say say, SentForm form, StepPage page, String notice);

        static native TemplateInstance consent(Frame frame, Say say, SentForm form, StepPage page, String notice);

        static native TemplateInstance send(
                Frame frame, Say say, SentForm form, StepPage page, String notice, Receipt receipt);

        static native TemplateInstance done(
                Frame frame, Say say, boolean storedNow, Receipt receipt, Optional<Platform> platform);

        static native TemplateInstance told(Frame frame, Say say, String title, String text);
    }

    private final Platforms platforms;
    private final URI leaveTo;

    FormPages(Platforms platforms, IntakeSettings settings) {
        this.platforms = platforms;
        this.leaveTo = settings.leaveTo();
    }

    /** @param notice something to know about the whole page; the empty text if there is nothing */
    String step(Say say, SentForm form, Step step, String notice) {
        Frame frame = new Frame(say, PATH, step == Step.SEND ? "send" : "next", leaveTo);
        StepPage page = new StepPage(say, form, step);
        TemplateInstance rendered =
                switch (step) {
                    case WHAT -> Templates.what(frame, say, form, page, notice, byName());
                    case WHEN -> Templates.when(frame, say, form, page, notice);
                    case AFTER -> Templates.after(frame, say, form, page, notice);
                    case CONSENT -> Templates.consent(frame, say, form, page, notice);
                    case SEND -> Templates.send(frame, say, form, page, notice, receipt(form));
                };
        return rendered.render();
    }

    String done(Say say, boolean storedNow, Receipt receipt, Optional<String> platform) {
        Optional<Platform> appealable = platform.flatMap(platforms::find)
                .filter(found -> found.appeals().isPresent());
        return Templates.done(frame(say), say, storedNow, receipt, appealable).render();
    }

    /** A page that says one thing. */
    String told(Say say, String title, String text) {
        return Templates.told(frame(say), say, title, text).render();
    }

    /** The words that came with the form; new ones if it has none, as when it is sent with a tool. */
    static Receipt receipt(SentForm form) {
        try {
            return Receipt.parse(form.value("receipt"));
        } catch (IllegalArgumentException none) {
            return Receipt.draw();
        }
    }

    private Frame frame(Say say) {
        return new Frame(say, PATH, "", leaveTo);
    }

    private List<Platform> byName() {
        return platforms.all().stream()
                .filter(platform -> !platform.id().equals(Platforms.ANY_SITE))
                .sorted(Comparator.comparing(Platform::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
