package org.lacuna.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Submissions with their life cycle. */
@ApplicationScoped
class SubmissionRepository implements PanacheRepositoryBase<StoredSubmission, UUID> {
    List<StoredSubmission> queue(List<SubmissionState> states, boolean newestFirst, Page page) {
        Sort sort = Sort.by("received", newestFirst ? Sort.Direction.Descending : Sort.Direction.Ascending)
                .and("id");
        return find("state in ?1", sort, words(states)).page(page).list();
    }

    long count(List<SubmissionState> states) {
        return count("state in ?1", words(states));
    }

    /** One row, held until the transaction ends, so that two people cannot both decide. */
    Optional<StoredSubmission> hold(SubmissionId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static List<String> words(List<SubmissionState> states) {
        return states.stream().map(SubmissionState::word).toList();
    }
}
