package org.lacuna.desk.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lacuna.cases.Cases;
import org.lacuna.cases.Grounds;
import org.lacuna.cases.NamedPersons;
import org.lacuna.cases.Passage;
import org.lacuna.cases.Redaction;
import org.lacuna.cases.Redactions;
import org.lacuna.cases.TakeBack;
import org.lacuna.intake.Consents;
import org.lacuna.intake.ConsentsChanged;
import org.lacuna.intake.SubmissionId;
import org.lacuna.intake.SubmissionWithdrawn;
import org.lacuna.intake.Yield;
import org.lacuna.publication.PublicFiles;

/**
 * Takes out of the public what a person no longer allows, in the transaction in which they said so: no editor is needed,
 * and none can be too late. What rests on another submission too stays.
 */
@ApplicationScoped
class Withdrawals {
    /** In place of an editor: the person did it. */
    static final UUID THE_PERSON = new UUID(0, 0);

    private final Cases cases;
    private final TakeBack takeBack;
    private final Redactions redactions;
    private final NamedPersons named;
    private final PublicFiles files;

    Withdrawals(Cases cases, TakeBack takeBack, Redactions redactions, NamedPersons named, PublicFiles files) {
        this.cases = cases;
        this.takeBack = takeBack;
        this.redactions = redactions;
        this.named = named;
        this.files = files;
    }

    void withdrawn(@Observes SubmissionWithdrawn event) {
        takeBackFiles(event.id());
        takeBack(event.yields());
    }

    void changed(@Observes ConsentsChanged event) {
        Consents before = event.before();
        Consents after = event.after();
        if (before.evidence() && !after.evidence() || before.facts() && !after.facts()) {
            takeBackFiles(event.id());
        }
        if (before.facts() && !after.facts()) {
            takeBack(event.yields());
        } else if (before.name() && !after.name()) {
            hideNames(event.yields());
        }
    }

    private void takeBack(List<Yield> yields) {
        // A note about an entry that is not there must not keep anybody from taking back what is.
        List<Yield> there = yields.stream().filter(this::stands).toList();
        if (!there.isEmpty()) {
            takeBack.takeBack(
                    there.stream()
                            .map(each ->
                                    new TakeBack.Resting(each.caseSlug(), each.entry(), Set.of(), each.alsoOnAnother()))
                            .toList(),
                    THE_PERSON);
        }
    }

    private boolean stands(Yield yield) {
        return cases.incidentOf(yield.caseSlug())
                .flatMap(incident -> incident.caseOf(yield.caseSlug()).entry(yield.entry()))
                .isPresent();
    }

    private void takeBackFiles(SubmissionId id) {
        files.removeFrom(id.value());
    }

    /** Where the case names the person because they allowed it, the name is hidden until an editor has looked. */
    private void hideNames(List<Yield> yields) {
        yields.stream()
                .map(Yield::caseSlug)
                .distinct()
                .filter(slug -> named.of(slug)
                        .filter(noted -> noted.basis() == NamedPersons.Basis.CONSENTED)
                        .isPresent())
                .forEach(slug -> redactions.hide(
                        Passage.subject(slug),
                        new Grounds(Redaction.WITHDRAWN, "the person no longer allows their name", THE_PERSON),
                        Optional.empty()));
    }
}
