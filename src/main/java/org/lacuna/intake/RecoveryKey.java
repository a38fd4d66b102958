package org.lacuna.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.lacuna.intake.seal.Identity;
import org.lacuna.intake.seal.IntakeSettings;
import org.lacuna.intake.seal.Recipient;
import org.lacuna.shared.Role;
import org.lacuna.shared.ThisProcess;

/**
 * Makes the recovery key at the first start and shows its private half once, on the console, to be written down and kept
 * away from every machine. An operator who made one elsewhere names its recipient, and then nothing is shown.
 */
@ApplicationScoped
class RecoveryKey {
    private final KeyQueries queries;
    private final IntakeSettings settings;
    private final Clock clock;

    RecoveryKey(KeyQueries queries, IntakeSettings settings, Clock clock) {
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, ThisProcess process) {
        if (process.plays(Role.INTAKE) || process.plays(Role.DESK)) {
            make();
        }
    }

    private void make() {
        if (queries.holders().containsKey(KeyHolders.RECOVERY)) {
            return;
        }
        if (settings.recoveryRecipient().isPresent()) {
            add(new Recipient(settings.recoveryRecipient().get()));
            return;
        }
        Identity identity = Identity.draw();
        if (add(identity.recipient())) {
            tell(identity);
        }
    }

    private boolean add(Recipient recipient) {
        return queries.addHolder(KeyHolders.RECOVERY, recipient, LocalDate.now(clock));
    }

    private static void tell(Identity identity) {
        System.out.printf(
                "%n  The recovery key opens every submission, for the day on which all editors have lost their keys.%n"
                        + "  Write it on paper, keep it away from every machine; this is shown once.%n    %s%n%n",
                new String(identity.line(), StandardCharsets.US_ASCII));
    }
}
