package org.lacuna.lead;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads RSS 0.9–2.0 and Atom (RFC 4287) as somebody wrote it who may wish us ill. */
final class ReadFeed {
    private static final int MOST = 500;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_URL = 2_000;
    private static final Instant BEFORE_FEEDS = Instant.parse("1999-01-01T00:00:00Z");

    private ReadFeed() {}

    /**
     * The entries that lead anywhere, each address once.
     *
     * @param base against which relative links are read
     * @param now a date after it is not believed
     */
    static List<FeedEntry> entries(byte[] body, String contentType, URI base, Instant now) throws FeedUnreadable {
        SyndFeed feed = feed(body, contentType);
        Map<URI, FeedEntry> entries = new LinkedHashMap<>();
        feed.getEntries().stream()
                .limit(MOST)
                .flatMap(entry -> entry(entry, base, now).stream())
                .forEach(entry -> entries.putIfAbsent(entry.url(), entry));
        return List.copyOf(entries.values());
    }

    private static SyndFeed feed(byte[] body, String contentType) throws FeedUnreadable {
        org.jdom2.Document xml = FeedXml.parse(body, contentType);
        try {
            return new SyndFeedImpl(new WireFeedInput(false, Locale.ROOT).build(xml), false);
        } catch (FeedException | RuntimeException none) {
            throw new FeedUnreadable("expected RSS or Atom, found other XML or a kind we do not know");
        }
    }

    private static Optional<FeedEntry> entry(SyndEntry entry, URI base, Instant now) {
        // an id is only an address if it is one by itself
        String id = text(entry.getUri()).strip();
        Optional<URI> url = Stream.of(text(entry.getLink()), id.matches("https?://.*") ? id : "")
                .flatMap(link -> address(base, link).stream())
                .findFirst();
        Document said = Jsoup.parseBodyFragment(contents(entry), base.toString());
        String title = Jsoup.parseBodyFragment(text(entry.getTitle())).text();
        String shown = cut(title.isBlank() ? said.text() : title, LONGEST_TITLE).strip();
        if (url.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<URI> links = said.select("a[href]").stream()
                .limit(MOST)
                .flatMap(link -> address(base, link.attr("href")).stream())
                .toList();
        return Optional.of(new FeedEntry(shown, url.get(), published(entry, now), title + "\n" + said.text(), links));
    }

    private static String contents(SyndEntry entry) {
        List<SyndContent> contents = new ArrayList<>(entry.getContents());
        Optional.ofNullable(entry.getDescription()).ifPresent(contents::add);
        StringBuilder all = new StringBuilder();
        contents.forEach(content -> all.append(text(content.getValue())).append('\n'));
        return cut(all.toString(), LONGEST_TEXT);
    }

    private static Optional<Instant> published(SyndEntry entry, Instant now) {
        return Stream.of(Optional.ofNullable(entry.getPublishedDate()), Optional.ofNullable(entry.getUpdatedDate()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .filter(at -> at.isAfter(BEFORE_FEEDS) && at.isBefore(now.plus(Duration.ofDays(1))))
                .findFirst();
    }

    /** A feed in which something is missing hands over {@code null}. */
    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }

    private static Optional<URI> address(URI base, String link) {
        try {
            URI url = base.resolve(link.strip());
            boolean web = List.of("http", "https").contains(String.valueOf(url.getScheme()));
            if (link.isBlank()
                    || !web
                    || url.getHost() == null
                    || url.getRawUserInfo() != null
                    || url.toString().length() > LONGEST_URL) {
                return Optional.empty();
            }
            return Optional.of(URI.create(url.toString().replaceFirst("#.*", "")));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
