package org.lacuna.desk.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lacuna.shared.Word;

/**
 * Which lines are shown.
 *
 * @param state of their items
 * @param kind at least one of this kind
 * @param whose at least one assigned so
 * @param platform at least one about this platform; what people told us has none until it is opened
 */
record Filter(State state, Optional<Kind> kind, Whose whose, Optional<String> platform) {
    /** The whole open queue. */
    static final Filter OPEN = new Filter(State.OPEN, Optional.empty(), Whose.ANYBODY, Optional.empty());

    enum State implements Word {
        OPEN,
        SNOOZED,
        DECIDED;
    }

    enum Whose implements Word {
        ANYBODY,
        MINE,
        NOBODY;
    }

    /** As an address says it; what it does not know means no filter. */
    static Filter of(String state, String kind, String whose, String platform) {
        return new Filter(
                Word.of(State.class, state).orElse(State.OPEN),
                Kind.of(kind),
                Word.of(Whose.class, whose).orElse(Whose.ANYBODY),
                Optional.of(platform).filter(id -> id.matches("[a-z0-9-]{1,80}")));
    }

    /** The address of a page of the same list. */
    public String at(int page) {
        StringBuilder path = new StringBuilder("/desk?state=").append(state.word());
        kind.ifPresent(chosen -> path.append("&kind=").append(chosen.word()));
        if (whose != Whose.ANYBODY) {
            path.append("&whose=").append(whose.word());
        }
        platform.ifPresent(id -> path.append("&platform=").append(URLEncoder.encode(id, StandardCharsets.UTF_8)));
        return path.append("&page=").append(page).toString();
    }
}
