package org.lacuna.lead;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.fetch.Answer;
import org.lacuna.fetch.FetchOptions;
import org.lacuna.fetch.Fetched;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.NoAnswer;
import org.lacuna.fetch.Validators;

/** Reads each feed when it is due, as politely as any page. What one feed does keeps no other from being read. */
@ApplicationScoped
class PollFeeds {
    private static final Logger LOG = Logger.getLogger(PollFeeds.class);
    private static final int NOT_MODIFIED = 304;

    private final FeedList list;
    private final LeadSettings settings;
    private final GuardedFetcher fetcher;
    private final LeadQueries queries;
    private final RecordLeads record;
    private final Clock clock;

    PollFeeds(
            FeedList list,
            LeadSettings settings,
            GuardedFetcher fetcher,
            LeadQueries queries,
            RecordLeads record,
            Clock clock) {
        this.list = list;
        this.settings = settings;
        this.fetcher = fetcher;
        this.queries = queries;
        this.record = record;
        this.clock = clock;
    }

    @Scheduled(identity = "lead-feeds", every = "10m", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        poll(list.feeds());
    }

    void poll(List<Feed> feeds) {
        for (Feed feed : feeds) {
            try {
                Optional<LeadQueries.Last> last = queries.last(feed.url());
                if (last.isEmpty() || !last.get().asked().plus(settings.every()).isAfter(clock.instant())) {
                    read(feed, last.flatMap(LeadQueries.Last::validators));
                }
            } catch (RuntimeException failed) {
                LOG.errorf(
                        "the feed '%s' is not read: %s",
                        feed.name(), failed.getClass().getSimpleName());
            }
        }
    }

    private void read(Feed feed, Optional<Validators> known) {
        FetchOptions options = known.map(FetchOptions.USUAL::ifChanged).orElse(FetchOptions.USUAL);
        Fetched fetched = fetcher.fetch(feed.url(), options);
        if (fetched instanceof Answer answer && answer.status() == NOT_MODIFIED) {
            record.record(feed, List.of(), known);
        } else if (fetched instanceof Answer answer && answer.status() == 200) {
            take(feed, answer);
        } else {
            fail(
                    feed,
                    known,
                    fetched instanceof NoAnswer none
                            ? none.detail()
                            : "expected status 200, found " + ((Answer) fetched).status());
        }
    }

    private void take(Feed feed, Answer answer) {
        try {
            List<FeedEntry> entries = ReadFeed.entries(
                    answer.body(), answer.header("content-type").orElse(""), answer.answered(), clock.instant());
            int leads = record.record(feed, entries, Validators.of(answer));
            if (leads > 0) {
                LOG.infof("the feed '%s' brought %d leads", feed.name(), leads);
            }
        } catch (FeedUnreadable unreadable) {
            fail(feed, Optional.empty(), unreadable.getMessage());
        }
    }

    private void fail(Feed feed, Optional<Validators> known, String problem) {
        record.failed(feed, known, problem);
        LOG.warnf("the feed '%s' could not be read: %s", feed.name(), problem);
    }
}
