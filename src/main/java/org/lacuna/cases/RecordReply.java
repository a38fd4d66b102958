package org.lacuna.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lacuna.shared.EdtfDate;

/**
 * Records what a platform answered us: its right of reply. Who checked that it came from the platform, and how, is for
 * the desk; the public reads that it was checked.
 */
@ApplicationScoped
public class RecordReply {
    private final OpenCase open;
    private final NoteQueries notes;

    RecordReply(OpenCase open, NoteQueries notes) {
        this.open = open;
        this.notes = notes;
    }

    /**
     * A platform's reply.
     *
     * @param date when it was given
     * @param text what it says, in our words
     * @param explanation a word of {@link Vocabulary#EXPLANATIONS}
     * @param rule the rule it names
     * @param sources ids of sources that hold it too
     */
    public record Reply(
            EdtfDate date, String text, Optional<String> explanation, Optional<Rule> rule, List<String> sources) {}

    /** How the channel of a reply was checked, and by whom. */
    public record Channel(String how, UUID editor) {}

    /**
     * Records a reply.
     *
     * @param how how the channel was checked
     * @return the id of the entry
     * @throws IllegalArgumentException if the case cannot be changed, or nothing says how the channel was checked
     */
    @Transactional
    public String record(String caseSlug, Reply reply, String how, UUID editor) {
        Texts.check("account of how the channel was checked", how);
        OpenCase.Standing standing = open.standing(caseSlug);
        String id = new FreeIds(standing.known()).next("e");
        Head head = new Head(id, reply.date(), reply.text(), reply.sources(), List.of(), Optional.empty());
        open.add(
                standing,
                List.of(),
                List.of(new Statement(
                        head, "platform", reply.explanation(), reply.rule(), Optional.of(Vocabulary.CHECKED))),
                List.of());
        notes.channel(caseSlug, id, new Channel(how, editor), open.now());
        return id;
    }

    /** How the channel of an entry was checked; empty if it did not come to us. */
    public Optional<Channel> channel(String caseSlug, String entry) {
        return notes.channel(caseSlug, entry);
    }
}
