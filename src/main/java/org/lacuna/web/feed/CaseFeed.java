package org.lacuna.web.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lacuna.publication.follow.FollowedRecord;
import org.lacuna.publication.follow.Mark;
import org.lacuna.publication.follow.Step;
import org.lacuna.shared.Digest;
import org.lacuna.shared.Seal;
import org.lacuna.shared.SiteAddress;

/** The newest changes of the cases that fit a filter, each in words. */
@ApplicationScoped
class CaseFeed {
    static final int ITEMS = 50;
    private static final int RANDOM_BYTES = 8;

    private final FollowedRecord record;
    private final NameQueries names;
    private final SiteAddress site;
    private final Clock clock;
    private volatile Optional<FeedName> name = Optional.empty();

    CaseFeed(FollowedRecord record, NameQueries names, SiteAddress site, Clock clock) {
        this.record = record;
        this.names = names;
        this.site = site;
        this.clock = clock;
    }

    List<Mark> marks(Followed followed) {
        return record.newest(followed.filter(), followed.asOf(), ITEMS);
    }

    /** @param root of all addresses, with a slash at its end */
    Feed feed(Followed followed, List<Mark> marks, URI root) {
        FeedName known = name();
        List<Item> items = marks.stream()
                .flatMap(mark -> record.step(mark).stream())
                .map(step -> item(step, known, root))
                .toList();
        return new Feed(
                known.id("cases" + followed.query()),
                followed.title(),
                root.resolve("cases").toString() + followed.query(),
                root.resolve("feeds/cases.atom") + followed.query(),
                root.resolve("feeds/cases.json") + followed.query(),
                items.stream().map(Item::updated).max(Comparator.naturalOrder()).orElse(known.minted()),
                items);
    }

    private static Item item(Step step, FeedName name, URI root) {
        return new Item(
                name.id("change/" + step.sequence()),
                PlainText.legal(StepWords.title(step)),
                root.resolve("cases/" + step.slug()).toString(),
                StepWords.html(step),
                PlainText.legal(StepWords.summary(step)),
                step.recorded(),
                step.shown(),
                StepWords.tags(step));
    }

    /** What a reader already has, if it is still the same. */
    Digest digest(Followed followed, List<Mark> marks, URI root) {
        return Digest.of(name().id("") + root + followed + marks);
    }

    private FeedName name() {
        if (name.isEmpty()) {
            name = Optional.of(names.known().orElseGet(this::mint));
        }
        return name.get();
    }

    private FeedName mint() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // without an address of its own an installation must still not share its ids with another
        String authority = site.configured()
                .map(URI::getHost)
                .orElseGet(() -> HexFormat.of().formatHex(Seal.randomBytes(RANDOM_BYTES)) + ".lacuna.invalid");
        return names.mint(authority, now);
    }
}
