package org.lacuna.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.lacuna.cases.Redactions;

/** Compares how versions are shown with what is redacted, and which one is shown with which is the last. */
@ApplicationScoped
class CompareShown {
    private final VeilQueries queries;
    private final Veils veils;
    private final Redactions redactions;

    CompareShown(VeilQueries queries, Veils veils, Redactions redactions) {
        this.queries = queries;
        this.veils = veils;
        this.redactions = redactions;
    }

    void compare(Consumer<String> wrong) {
        queries.wronglyShown().forEach(wrong);
        for (String incident : queries.redacted()) {
            try {
                veils.different(incident, redactions.of(incident))
                        .forEach(sequence -> wrong.accept("version " + sequence + " of " + incident
                                + " or a case of it is shown otherwise than its redactions say"));
            } catch (RuntimeException changed) {
                // a document that somebody changed is named as such; the others go on
                wrong.accept("what is hidden of " + incident + " could not be compared");
            }
        }
    }
}
