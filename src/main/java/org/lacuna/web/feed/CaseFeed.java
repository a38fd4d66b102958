package org.lacuna.web.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.publication.CaseFilter;
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

    List<Mark> marks(CaseFilter filter) {
        return record.newest(filter, ITEMS);
    }

    /** @param root of all addresses, with a slash at its end */
    Feed feed(CaseFilter filter, List<Mark> marks, URI root) {
        FeedName known = name();
        List<Item> items = marks.stream()
                .flatMap(mark -> record.step(mark).stream())
                .map(step -> item(step, known, root))
                .toList();
        return new Feed(
                known.id("cases" + query(filter)),
                title(filter),
                root.resolve("cases").toString() + query(filter),
                root.resolve("feeds/cases.atom") + query(filter),
                root.resolve("feeds/cases.json") + query(filter),
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

    private static String title(CaseFilter filter) {
        return filter.isAll()
                ? "Lacuna: every change"
                : "Lacuna: "
                        + filter.asked().entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "));
    }

    /** The filter as a query, with its question mark; empty for everything. */
    static String query(CaseFilter filter) {
        UriBuilder address = UriBuilder.fromPath("");
        for (Map.Entry<String, String> each : filter.asked().entrySet()) {
            address.queryParam(each.getKey(), "{" + each.getKey() + "}")
                    .resolveTemplate(each.getKey(), each.getValue());
        }
        return Optional.ofNullable(address.build().getRawQuery())
                .map(query -> "?" + query)
                .orElse("");
    }

    /** What a reader already has, if it is still the same. */
    Digest digest(CaseFilter filter, List<Mark> marks, URI root) {
        return Digest.of(name().id("") + root + filter + marks);
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
