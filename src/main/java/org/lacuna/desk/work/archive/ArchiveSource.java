package org.lacuna.desk.work.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.logging.Logger;
import org.lacuna.evidence.EvidenceNotKept;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.Answer;
import org.lacuna.fetch.Fetched;
import org.lacuna.fetch.GuardedFetcher;
import org.lacuna.fetch.NoAnswer;

/**
 * Fetches a page that an editor cites and keeps it as WARC. A page that does not come, or says that it is not there, is
 * no copy of the source; whoever cites it goes on without one and says so.
 */
@ApplicationScoped
public class ArchiveSource {
    private static final Logger LOG = Logger.getLogger(ArchiveSource.class);

    private final GuardedFetcher fetcher;
    private final EvidenceStore evidence;

    ArchiveSource(GuardedFetcher fetcher, EvidenceStore evidence) {
        this.fetcher = fetcher;
        this.evidence = evidence;
    }

    /**
     * Archives a page. It may take a minute: a transaction that was open meanwhile would hold up everybody else.
     *
     * @throws jakarta.transaction.TransactionalException inside a transaction
     */
    @Transactional(Transactional.TxType.NEVER)
    public Archived archive(String url) {
        try {
            return keep(fetcher.fetch(new URI(url)));
        } catch (URISyntaxException odd) {
            return new Archived.NotKept("The address has characters that no address may have.");
        }
    }

    private Archived keep(Fetched fetched) {
        if (fetched instanceof NoAnswer none) {
            return new Archived.NotKept(words(none.reason()));
        }
        Answer answer = (Answer) fetched;
        if (answer.status() < 200 || answer.status() > 299) {
            return new Archived.NotKept("The server answered with status " + answer.status() + ".");
        }
        try {
            return new Archived.Kept(evidence.keep(answer));
        } catch (EvidenceNotKept full) {
            LOG.error("a source could not be kept: " + full.getMessage());
            return new Archived.NotKept("Our own disk refused it; tell whoever runs this server.");
        }
    }

    private static String words(NoAnswer.Reason reason) {
        return switch (reason) {
            case REFUSED_URL -> "We ask only for http and https addresses on the usual ports.";
            case REFUSED_ADDRESS -> "The address leads into a private network, where we do not ask.";
            case REFUSED_BY_ROBOTS -> "The site's robots.txt asks us to stay away.";
            case ASKED_TO_WAIT -> "The site asked us to wait; try again later.";
            case PROXY_FAILED -> "Our way out to the network is broken; tell whoever runs this server.";
            case UNKNOWN_HOST -> "There is no host of this name.";
            case CONNECTION_FAILED -> "The server could not be reached.";
            case TIMED_OUT -> "The server was too slow.";
            case TOO_MANY_REDIRECTS -> "The server led us on and on.";
            case TOO_LARGE -> "The page is larger than we keep.";
            case BROKEN_ANSWER, BROWSER_MISSING, BROWSER_FAILED -> "What came was not a page that we can read.";
        };
    }
}
