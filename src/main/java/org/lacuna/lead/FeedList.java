package org.lacuna.lead;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.lacuna.platform.CrawlersSettings;
import org.lacuna.shared.Fields;
import org.lacuna.shared.InvalidFile;
import org.lacuna.shared.TextFile;
import org.lacuna.shared.Value;

/**
 * The feeds that are read: those of {@code crawlers/feeds.yaml} as built in, and of a file of the same name in the
 * operator's folder. The operator's is read again each time; a wrong one is left out, and the log says so.
 */
@Singleton
class FeedList {
    private static final Logger LOG = Logger.getLogger(FeedList.class);
    private static final String FOLDER = "crawlers";
    private static final String NAME = "feeds.yaml";

    private final Path own;
    private final List<Feed> builtIn;

    @Inject
    FeedList(CrawlersSettings settings) {
        this(settings.directory());
    }

    FeedList(Path folder) {
        this.own = folder.resolve(NAME);
        this.builtIn = TextFile.onClassPath(FOLDER, ".yaml").stream()
                .filter(file -> file.name().equals(NAME))
                .flatMap(file -> read(file.under(FOLDER)).stream())
                .toList();
    }

    /** All of them, each address once. */
    List<Feed> feeds() {
        List<Feed> all = new ArrayList<>(builtIn);
        all.addAll(own());
        Set<URI> known = new HashSet<>();
        return all.stream().filter(feed -> known.add(feed.url())).toList();
    }

    private List<Feed> own() {
        if (!Files.exists(own)) {
            return List.of();
        }
        try {
            return read(TextFile.read(own));
        } catch (InvalidFile wrong) {
            LOG.errorf("the operator's list of feeds cannot be used: %s", wrong.getMessage());
        } catch (UncheckedIOException unreadable) {
            LOG.errorf("expected a list of feeds that can be read at %s; let the user who runs Lacuna read it", own);
        }
        return List.of();
    }

    static List<Feed> read(TextFile file) {
        Fields top = Fields.ofYaml(file.name(), file.text());
        List<Feed> feeds = top.need("feeds").list().stream().map(FeedList::feed).toList();
        top.nothingElse();
        return feeds;
    }

    private static Feed feed(Value value) {
        Fields feed = value.map();
        String name = feed.need("name").words();
        URI url = feed.need("url").as(URI::create, "Write an address such as https://news.example/feed.xml");
        String language = feed.need("language").words();
        List<String> words =
                feed.need("words").items().stream().map(Value::words).toList();
        return feed.build(() -> new Feed(name, url, language, words));
    }
}
