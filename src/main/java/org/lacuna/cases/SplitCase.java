package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Splits entries off a case into a new one of the same incident. They keep their ids; where they stood, the case says
 * where they went.
 */
@ApplicationScoped
public class SplitCase {
    private final OpenCase open;
    private final CopyEntries copy;
    private final RedactionQueries redactions;
    private final Redirects redirects;

    SplitCase(OpenCase open, CopyEntries copy, RedactionQueries redactions, Redirects redirects) {
        this.open = open;
        this.copy = copy;
        this.redactions = redactions;
        this.redirects = redirects;
    }

    /**
     * Splits a case.
     *
     * @param into slug of the new case
     * @param subject what the new case is about
     * @param chosen ids of the entries that go there
     * @param reason for the desk
     * @throws IllegalArgumentException if the case cannot be changed, the slug is taken, an entry goes without one that
     *     speaks of it, or one of the two cases would be left without a restriction
     */
    @Transactional
    public void split(String from, String into, Subject subject, Set<String> chosen, String reason, UUID editor) {
        Texts.check("reason", reason);
        OpenCase.Standing standing = open.standing(from);
        if (open.incidentOf(into).isPresent()) {
            throw new IllegalArgumentException("expected a slug that is free, found '" + into + "'");
        }
        Case known = standing.known();
        Set<String> stays = known.entries().stream()
                .map(entry -> entry.head().id())
                .filter(id -> !chosen.contains(id))
                .collect(Collectors.toSet());
        chosen.stream().filter(id -> known.entry(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("expected the id of an entry of " + from + ", found '" + id + "'");
        });
        List<Entry> going = copy.kept(known, stays);
        List<Entry> staying = copy.kept(known, chosen);
        Case opened = new Case(into, known.platform(), subject, Optional.empty(), going, List.of());
        checkBoth(staying, opened, from);
        open.record(
                standing.incident(),
                List.of(),
                new Case(
                        into,
                        known.platform(),
                        subject,
                        Optional.of(opened.derived(standing.incident().sources())),
                        List.of(),
                        List.of()));
        Map<String, String> ids = new LinkedHashMap<>();
        going.forEach(entry -> ids.put(entry.head().id(), entry.head().id()));
        OpenCase.Standing other = open.standing(into);
        Instant now = open.now();
        going.forEach(entry -> redactions.insert(
                standing.incident().slug(),
                RedactionQueries.HIDE,
                new Redaction(
                        Passage.entry(from, entry.head().id()),
                        Redaction.MOVED,
                        now,
                        false,
                        Optional.empty(),
                        Optional.of(into)),
                "",
                Optional.of(editor)));
        redirects.note(new Redirects.Redirect(from, into, Redirects.SPLIT, now), reason, Optional.of(editor));
        copy.copy(standing, other, going, ids, List.of());
        open.tell(standing.incident(), from);
    }

    private static void checkBoth(List<Entry> staying, Case opened, String from) {
        boolean left = staying.stream().anyMatch(RestrictionImposed.class::isInstance);
        if (!opened.isPublic() || !left) {
            throw new IllegalArgumentException("expected a restriction in both cases, found none in one; to give "
                    + "everything of '" + from + "' another name, record that case and merge this one into it");
        }
    }
}
