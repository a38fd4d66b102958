package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Merges a case into another one about the same subject. What is kept is recorded there anew, with the same dates and
 * sources; the merged case leads to the other from then on, and its old versions can still be read as of their days.
 */
@ApplicationScoped
public class MergeCases {
    private final OpenCase open;
    private final CopyEntries copy;
    private final Redirects redirects;

    MergeCases(OpenCase open, CopyEntries copy, Redirects redirects) {
        this.open = open;
        this.copy = copy;
        this.redirects = redirects;
    }

    /**
     * Merges one case into another.
     *
     * @param leftOut ids of the entries that are not kept, because the other case says the same
     * @param reason for the desk
     * @return ids of the entries that were kept, as they were and as they are now; empty if it was merged so before
     * @throws IllegalArgumentException if a case cannot be changed, they are on two platforms, the one would lead back to
     *     itself, or an entry is kept that speaks of one left out
     */
    @Transactional
    public Map<String, String> merge(String from, String into, Set<String> leftOut, String reason, UUID editor) {
        Texts.check("reason", reason);
        open.store().lock();
        if (redirects.merged(from).filter(known -> known.to().equals(into)).isPresent()) {
            return Map.of();
        }
        if (redirects.follow(into).equals(from)) {
            throw new IllegalArgumentException(
                    "expected a case that does not lead back to '" + from + "', found '" + into + "'");
        }
        OpenCase.Standing one = open.standing(from);
        OpenCase.Standing other = open.standing(into);
        if (!one.known().platform().equals(other.known().platform())) {
            throw new IllegalArgumentException(
                    "expected two cases on one platform, found '" + from + "' and '" + into + "' on two");
        }
        List<Entry> kept = copy.kept(one.known(), leftOut);
        FreeIds free = new FreeIds(other.known());
        Map<String, String> ids = new LinkedHashMap<>();
        kept.forEach(
                entry -> ids.put(entry.head().id(), free.next(entry.head().id().replaceFirst("[^a-z].*$", ""))));
        redirects.note(new Redirects.Redirect(from, into, Redirects.MERGED, open.now()), reason, Optional.of(editor));
        copy.copy(one, other, kept, ids, one.known().conflicts());
        open.tell(other.incident(), into);
        if (!one.incident().slug().equals(other.incident().slug())) {
            open.tell(one.incident(), from);
        }
        return ids;
    }
}
