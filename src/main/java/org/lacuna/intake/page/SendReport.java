package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.lacuna.intake.FileRefused;
import org.lacuna.intake.StoreSubmission;
import org.lacuna.intake.Told;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.SentForm;
import org.lacuna.page.SentParts;
import org.lacuna.platform.Platforms;
import org.lacuna.shared.SlowHash;

/** The last step: looks at everything once more, refuses cheaply what is too much, and stores it. */
@ApplicationScoped
class SendReport {
    private final Asked asked;
    private final Budgets budgets;
    private final ReceiptIndex receipts;
    private final StoreSubmission store;
    private final FormPages pages;
    private final Platforms platforms;
    private final Clock clock;

    SendReport(
            Asked asked,
            Budgets budgets,
            ReceiptIndex receipts,
            StoreSubmission store,
            FormPages pages,
            Platforms platforms,
            Clock clock) {
        this.asked = asked;
        this.budgets = budgets;
        this.receipts = receipts;
        this.store = store;
        this.pages = pages;
        this.platforms = platforms;
        this.clock = clock;
    }

    TellForm read(Say say, SentForm form) {
        return new TellForm(new Reading(form, say), platforms, clock);
    }

    Rendered send(Say say, SentForm form, TellForm tell, Optional<SentParts> parts) {
        Optional<Step> toMend = tell.check(Step.SEND);
        if (toMend.isPresent()) {
            return refused(say, form, toMend.get(), parts);
        }
        Optional<Budgets.Refusal> tooMuch = budgets.spend(Budgets.Asking.REPORT, asked.circuit());
        if (tooMuch.isPresent()) {
            return later(say, form, tooMuch.get());
        }
        Receipt receipt = FormPages.receipt(form);
        Told told = tell.told();
        if (!form.value(Step.TRAP).isEmpty()) {
            // A program filled in what no person sees. It shall believe that it was heard.
            return Rendered.of(Rendered.OK, pages.done(say, true, receipt, told.platform()));
        }
        try {
            boolean storedNow =
                    store.store(receipts.toStore(receipt), told, tell.person(), tell.consents(), SentFiles.of(parts));
            return Rendered.of(Rendered.OK, pages.done(say, storedNow, receipt, told.platform()));
        } catch (SlowHash.Busy busy) {
            return later(say, form, new Budgets.Refusal(503, SlowHash.Busy.RETRY_AFTER_SECONDS));
        } catch (FileRefused file) {
            form.refuse(SentFiles.FIELD, SentFiles.complaint(say, file));
            return refused(say, form, Step.SEND, parts);
        } catch (IOException cut) {
            form.refuse(SentFiles.FIELD, say.of("problem.cut"));
            return refused(say, form, Step.SEND, parts);
        }
    }

    private Rendered refused(Say say, SentForm form, Step step, Optional<SentParts> parts) {
        String notice = parts.isPresent() ? say.of("files.again") : "";
        return Rendered.of(Rendered.UNPROCESSABLE, pages.step(say, form, step, notice));
    }

    private Rendered later(Say say, SentForm form, Budgets.Refusal refusal) {
        return Rendered.later(refusal, pages.step(say, form, Step.SEND, refusal.told(say)));
    }
}
