package org.lacuna.desk.work;

import java.util.List;
import java.util.Optional;
import org.lacuna.cases.Case;
import org.lacuna.cases.Incident;
import org.lacuna.cases.NamedPersons.Basis;
import org.lacuna.cases.Source;
import org.lacuna.desk.work.archive.ArchiveCited;
import org.lacuna.desk.work.archive.Archived;
import org.lacuna.intake.SubmissionId;

/**
 * A case that an editor wrote and nobody has published yet.
 *
 * @param incident with this one case and its source; new, or one that is known
 * @param submission what it rests on
 * @param another whether it is meant to be one more case out of the same submission
 * @param watch whether its subject is to be watched from now on
 * @param tried what came of archiving its source
 */
record Draft(
        Incident incident,
        Basis basis,
        Optional<SubmissionId> submission,
        boolean another,
        boolean watch,
        Optional<Archived> tried) {
    /** The one case. */
    Case opened() {
        return incident.cases().get(0);
    }

    /** Its one source. */
    Source source() {
        return incident.sources().get(0);
    }

    /** The same with what was archived. */
    Draft with(ArchiveCited.Copied copied) {
        return new Draft(
                new Incident(
                        incident.slug(),
                        incident.title(),
                        incident.summary(),
                        List.of(copied.source()),
                        incident.cases()),
                basis,
                submission,
                another,
                watch,
                copied.tried());
    }

    /** The same, its incident worded as it is now. */
    Draft worded(Incident known) {
        return new Draft(
                new Incident(known.slug(), known.title(), known.summary(), incident.sources(), incident.cases()),
                basis,
                submission,
                another,
                watch,
                tried);
    }
}
