package org.lacuna.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lacuna.ledger.note.Checkpoint;
import org.lacuna.ledger.note.NoteKey;
import org.lacuna.ledger.note.NoteLine;
import org.lacuna.ledger.note.SignedNote;
import org.lacuna.shared.SiteAddress;

/** Signs checkpoints with the service's key, under the log's name. */
@ApplicationScoped
class LogSigner {
    private static final String NO_ADDRESS = "localhost/log";

    private final ServiceKey key;
    private final LogSettings settings;
    private final SiteAddress site;

    LogSigner(ServiceKey key, LogSettings settings, SiteAddress site) {
        this.key = key;
        this.settings = settings;
        this.site = site;
    }

    /**
     * The log's name.
     *
     * @param known the one it has been signed with; another one is refused
     */
    String origin(Optional<String> known) {
        Optional<String> asked = settings.origin();
        if (known.isPresent() && asked.isPresent() && !known.equals(asked)) {
            throw new LogBroken("lacuna.log.origin: expected '" + known.get()
                    + "', with which this log is signed since its first checkpoint, found '" + asked.get() + "'");
        }
        String origin = known.or(() -> asked).or(this::ofSite).orElse(NO_ADDRESS);
        if (!NoteKey.fits(origin)) {
            throw new LogBroken("lacuna.log.origin: expected a name without blanks and plus, found '" + origin + "'");
        }
        return origin;
    }

    /** The key by which anybody checks a checkpoint of this origin. */
    NoteKey key(String origin) {
        return new NoteKey(origin, NoteKey.NOTE, key.publicKey());
    }

    SignedNote sign(Checkpoint checkpoint) {
        byte[] signature = key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        NoteKey half = key(checkpoint.origin());
        SignedNote note = new SignedNote(checkpoint.text(), List.of(new NoteLine(half.name(), half.id(), signature)));
        if (!isSigned(note, half)) {
            throw new LogBroken("this process holds a key that was handed over to " + half
                    + "; give it the new file and start it anew");
        }
        return note;
    }

    private static boolean isSigned(SignedNote note, NoteKey half) {
        try {
            return note.signedBy(half);
        } catch (IllegalArgumentException anotherKey) {
            return false;
        }
    }

    private Optional<String> ofSite() {
        return site.configured().map(URI::getAuthority).map(host -> host + "/log");
    }
}
