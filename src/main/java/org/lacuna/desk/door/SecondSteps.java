package org.lacuna.desk.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.lacuna.intake.seal.InstallationKey;
import org.lacuna.shared.Seal;

/**
 * The second step of a log-in: a code from a telephone, or one of the recovery codes. Secrets are closed with a key from
 * outside the database, so that a stolen database gives none away.
 */
@ApplicationScoped
class SecondSteps {
    private final InstallationKey installation;
    private final RecoveryCodes codes;
    private final SecondStepQueries queries;
    private final EditorRepository editors;
    private final Clock clock;

    SecondSteps(
            InstallationKey installation,
            RecoveryCodes codes,
            SecondStepQueries queries,
            EditorRepository editors,
            Clock clock) {
        this.installation = installation;
        this.codes = codes;
        this.queries = queries;
        this.editors = editors;
        this.clock = clock;
    }

    /** What was typed, found to be right and not used up yet. */
    sealed interface Proof permits None, Code, Spare {}

    /** The editor has no second step yet. */
    record None() implements Proof {}

    /** A code of this time step. */
    record Code(long step) implements Proof {}

    /** A recovery code. */
    record Spare(byte[] digest) implements Proof {}

    /** Looks at what was typed and uses nothing up, so that it can be done before the password is known to be right. */
    Optional<Proof> look(Editor editor, String typed) {
        if (editor.secondStep().isEmpty()) {
            return Optional.of(new None());
        }
        if (RecoveryCodes.looksLikeOne(typed)) {
            byte[] digest = codes.digest(typed);
            return Optional.of(digest)
                    .filter(known -> queries.holds(editor.id(), known))
                    .map(Spare::new);
        }
        OptionalLong step = secret(editor).matching(typed.replaceAll("\\s", ""), clock.instant());
        return step.isPresent() ? Optional.of(new Code(step.getAsLong())) : Optional.empty();
    }

    /** Uses it up; whether nobody had done so before. */
    boolean use(Editor editor, Proof proof) {
        if (proof instanceof Code code) {
            return queries.useStep(editor.id(), code.step());
        }
        return proof instanceof Spare spare
                ? queries.useCode(editor.id(), spare.digest(), LocalDate.now(clock))
                : proof instanceof None;
    }

    /**
     * Sets it up, with new recovery codes in the place of all earlier ones.
     *
     * @param typed a code that the telephone made
     * @return the recovery codes, to be shown once; empty if the code is not of this secret
     */
    @Transactional
    Optional<List<String>> setUp(UUID id, Totp secret, String typed) {
        OptionalLong step = secret.matching(typed.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Editor editor = editors.findById(id);
        editor.secondStep(Seal.close(key(), secret.secret(), boundTo(id)));
        queries.startFrom(id, step.getAsLong());
        List<String> drawn = codes.draw();
        queries.replaceCodes(id, drawn.stream().map(codes::digest).toList());
        return Optional.of(drawn);
    }

    private Totp secret(Editor editor) {
        byte[] closed = editor.secondStep().orElseThrow();
        return Seal.open(key(), closed, boundTo(editor.id()))
                .map(Totp::new)
                .orElseThrow(() -> new IllegalStateException("the second step of editor " + editor.id()
                        + " does not open: the row was altered. Reset it with lacuna editor-password --second-step."));
    }

    private byte[] key() {
        return installation.desk("second step");
    }

    private static byte[] boundTo(UUID editor) {
        return ("lacuna second step " + editor).getBytes(StandardCharsets.UTF_8);
    }
}
