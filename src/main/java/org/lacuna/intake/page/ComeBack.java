package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.intake.OwnSubmission;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionKey;
import org.lacuna.intake.SubmissionState;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.Receipt;
import org.lacuna.intake.seal.ReceiptIndex;
import org.lacuna.page.SentForm;
import org.lacuna.shared.SlowHash;

/**
 * Opens a report with its receipt. Words that we know and words that we do not know take the same work and get the same
 * kind of answer: the same questions go to the database, for a report that does not exist where there is none.
 */
@ApplicationScoped
class ComeBack {
    private final Asked asked;
    private final Budgets budgets;
    private final ReceiptIndex receipts;
    private final OwnSubmission own;
    private final OpenReports reports;
    private final LookAtReport look;
    private final WordsPages words;

    ComeBack(
            Asked asked,
            Budgets budgets,
            ReceiptIndex receipts,
            OwnSubmission own,
            OpenReports reports,
            LookAtReport look,
            WordsPages words) {
        this.asked = asked;
        this.budgets = budgets;
        this.receipts = receipts;
        this.own = own;
        this.reports = reports;
        this.look = look;
        this.words = words;
    }

    Rendered with(Say say, SentForm form, Function<Visit, Rendered> inside) {
        Optional<Receipt> receipt = WordsPages.read(new Reading(form, say));
        if (receipt.isEmpty()) {
            return Rendered.of(Rendered.UNPROCESSABLE, words.page(say, form, "", ""));
        }
        Optional<Budgets.Refusal> tooMuch = budgets.spend(Budgets.Asking.LOOK_UP, asked.circuit());
        if (tooMuch.isPresent()) {
            return later(say, form, tooMuch.get());
        }
        try {
            return found(say, own.find(receipts.toFind(receipt.get())), inside);
        } catch (SlowHash.Busy busy) {
            return later(say, form, new Budgets.Refusal(503, SlowHash.Busy.RETRY_AFTER_SECONDS));
        }
    }

    private Rendered found(Say say, Optional<OwnSubmission.Found> found, Function<Visit, Rendered> inside) {
        Optional<SubmissionKey> key = found.flatMap(OwnSubmission.Found::key);
        if (key.isPresent()) {
            return inside.apply(new Visit(say, reports.open(key.get()), key.get()));
        }
        look.at(new SubmissionKey(SubmissionId.draw(), Identity.draw()));
        boolean withdrawn = found.isPresent();
        String title = withdrawn ? "state." + SubmissionState.WITHDRAWN.word() : "back.unknown.title";
        String text = withdrawn ? title + ".meaning" : "back.unknown";
        // The words are not written into the page again.
        return Rendered.of(Rendered.OK, words.empty(say, say.of(title), say.of(text)));
    }

    private Rendered later(Say say, SentForm form, Budgets.Refusal refusal) {
        return Rendered.later(refusal, words.page(say, form, "", refusal.told(say)));
    }
}
