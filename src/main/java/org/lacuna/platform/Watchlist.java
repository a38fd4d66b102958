package org.lacuna.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Fields;
import org.lacuna.shared.Slug;
import org.lacuna.shared.TextFile;
import org.lacuna.shared.Value;

/**
 * The subjects watched from the first start, as {@code crawlers/watchlist.yaml} lists them. Controls are watched
 * whether they are listed or not.
 */
@Singleton
public class Watchlist {
    private final List<Entry> entries = new ArrayList<>();

    @Inject
    public Watchlist(Platforms platforms) {
        this(platforms, CrawlerFolder.onClassPath().watchlist());
    }

    Watchlist(Platforms platforms, TextFile file) {
        Fields top = Fields.ofYaml(file.name(), file.text());
        top.need("watch").items().forEach(value -> entries.add(entry(platforms, value)));
        top.nothingElse();
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static Entry entry(Platforms platforms, Value value) {
        Fields entry = value.map();
        Value platformId = entry.need("platform");
        Platform platform = platforms
                .find(platformId.words())
                .filter(found -> found.fetch().isPresent())
                .orElseThrow(() -> platformId.wrong(
                        "expected a platform whose pages are fetched, found '" + platformId.words() + "'",
                        "Use the id of a file in crawlers/ that has 'fetch'"));
        Value at = entry.need("url");
        URI url = at.as(URI::create, "Write a URL such as https://example.org/");
        Recognised.Subject subject = platforms
                .recognise(url)
                .filter(recognised -> recognised.platform().id().equals(platform.id()))
                .flatMap(Recognised::subject)
                .orElseThrow(() -> at.wrong(
                        "expected the URL of a subject on " + platform.id() + ", found '" + url + "'",
                        "Compare 'hosts' and 'subject' in crawlers/" + platform.id() + ".yaml"));
        Optional<String> slug = entry.find("case").map(Watchlist::slug);
        entry.nothingElse();
        return new Entry(platform, subject, url, slug);
    }

    private static String slug(Value value) {
        String slug = value.words();
        if (!Slug.fits(slug)) {
            throw value.wrong("expected a case's slug, found '" + slug + "'", "Copy it from the case's address");
        }
        return slug;
    }

    /**
     * One line of the list.
     *
     * @param platform one whose pages are fetched
     * @param subject what the URL shows there
     * @param url as written in the list
     * @param caseSlug the case that a confirmed change belongs to, if there is one
     */
    public record Entry(Platform platform, Recognised.Subject subject, URI url, Optional<String> caseSlug) {}
}
