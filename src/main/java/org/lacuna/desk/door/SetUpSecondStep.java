package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.SentForm;

/** Sets up the second step; who has one already shows the password and a code of it first. */
@ApplicationScoped
class SetUpSecondStep {
    private final EditorRepository editors;
    private final EditorKeys keys;
    private final SecondSteps secondSteps;
    private final SecondStepQueries queries;
    private final Guesses guesses;
    private final Audit audit;

    SetUpSecondStep(
            EditorRepository editors,
            EditorKeys keys,
            SecondSteps secondSteps,
            SecondStepQueries queries,
            Guesses guesses,
            Audit audit) {
        this.editors = editors;
        this.keys = keys;
        this.secondSteps = secondSteps;
        this.queries = queries;
        this.guesses = guesses;
        this.audit = audit;
    }

    /** The recovery codes, to be shown once; empty if something was refused, and then the form says what. */
    @Transactional
    Optional<List<String>> setUp(Visitor visitor, SentForm form, Totp secret) {
        Editor editor = editors.findById(visitor.editor());
        if (editor.secondStep().isPresent() && !proven(editor, form)) {
            form.refuse("password", "Your password and a code from the telephone you have now are needed for this.");
            return Optional.empty();
        }
        Optional<List<String>> codes = secondSteps.setUp(editor.id(), secret, form.value("code"));
        if (codes.isEmpty()) {
            form.refuse("code", "This is not the code of this secret at this time. Check the clock of your telephone.");
            return Optional.empty();
        }
        audit.act(editor.id(), DeskAction.SET_UP_SECOND_STEP, editor.name(), "");
        return codes;
    }

    /** How many recovery codes were not used yet. */
    long codesLeft(Visitor visitor) {
        return queries.codesLeft(visitor.editor());
    }

    private boolean proven(Editor editor, SentForm form) {
        return guesses.counted("own " + editor.id(), () -> {
                    Optional<SecondSteps.Proof> proof = secondSteps.look(editor, form.value("old-code"));
                    return keys.open(editor, form.value("password"), true)
                            .flatMap(right -> proof)
                            .filter(right -> secondSteps.use(editor, right));
                })
                .isPresent();
    }
}
