package org.lacuna.fetch;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One visit by browser: its folder, its proxy, its processes and the watch over them. Closing it leaves nothing behind.
 * If our own process dies first, the driver sees its input end and takes the browser along; only the folder stays, for
 * the next visit to sweep.
 */
final class BrowserVisit implements AutoCloseable {
    /**
     * The document as it stands, in a world of ours that the page's scripts cannot reach, and not at all if it is larger
     * than the cap: the driver would hand over any length.
     */
    private static final String DOCUMENT = """
            (() => {
              const type = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : '';
              const whole = type + (document.documentElement ? document.documentElement.outerHTML : '');
              return whole.length > %d ? null : whole;
            })()""";

    private final FilteringProxy proxy;
    private final Path folder;
    private final BrowserSettings settings;
    private final Deadline deadline;
    private Optional<BrowserProcesses> processes = Optional.empty();
    private Optional<BrowserWatch> watch = Optional.empty();

    BrowserVisit(FilteringProxy proxy, BrowserSettings settings, Deadline deadline) throws IOException {
        this.proxy = proxy;
        this.settings = settings;
        this.deadline = deadline;
        this.folder = BrowserFolder.fresh();
    }

    /** What the browser made of the page; no document if the answer had none to show. */
    record Rendered(String browser, URI address, BrowserDocuments.Seen seen, String document) {}

    /**
     * Shows the page and reads it.
     *
     * @param identity what is added to the browser's own User-Agent
     * @param gate what every further document passes
     * @param maxBody the longest document, in UTF-16 code units
     * @throws FetchFailure whatever went wrong, in our words
     */
    Rendered show(
            BrowserPrograms programs,
            boolean sandbox,
            URI url,
            String identity,
            Redirects.Gate gate,
            int mostRedirects,
            int maxBody)
            throws FetchFailure {
        Optional<BrowserDocuments> documents = Optional.empty();
        try {
            Playwright driver = BrowserStart.driver(programs.node(), folder, this::watch);
            Browser browser = BrowserStart.browser(driver, programs.chromium(), folder, proxy, sandbox);
            JsonObject version = browser.newBrowserCDPSession().send("Browser.getVersion");
            BrowserContext window =
                    BrowserStart.window(browser, version.get("userAgent").getAsString() + " " + identity);
            Page page = window.newPage();
            window.onPage(Page::close);
            CDPSession session = window.newCDPSession(page);
            BrowserDocuments gated = new BrowserDocuments(session, url, gate, mostRedirects);
            documents = Optional.of(gated);
            String document = document(page, session, gated, url, maxBody);
            return new Rendered(version.get("product").getAsString(), address(page, gated), seen(gated), document);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException failed) {
            // the driver throws more than its own kind; its messages name addresses, the reasons are ours
            throw BrowserFailures.of(failed, watch.flatMap(BrowserWatch::verdict), documents, proxy);
        }
    }

    private void watch(BrowserProcesses ours) {
        processes = Optional.of(ours);
        watch = Optional.of(new BrowserWatch(deadline, proxy, ours, settings.maxMemory()));
    }

    private String document(Page page, CDPSession session, BrowserDocuments documents, URI url, int maxBody)
            throws FetchFailure {
        try {
            page.navigate(
                    url.toString(),
                    new Page.NavigateOptions()
                            .setWaitUntil(WaitUntilState.COMMIT)
                            .setTimeout(0));
        } catch (PlaywrightException failed) {
            if (BrowserFailures.nothingToShow(failed, documents)) {
                return "";
            }
            throw failed;
        }
        settle(page);
        for (int attempt = 0; ; attempt++) {
            try {
                return read(session, documents.mainFrame(), maxBody);
            } catch (PlaywrightException movedOn) {
                // scripts went on to another page meanwhile, and the world of the old one is gone
                if (attempt == 3 || watch.flatMap(BrowserWatch::verdict).isPresent() || page.isClosed()) {
                    throw movedOn;
                }
                settle(page);
            }
        }
    }

    /** Until the connections have been silent for half a second, as the driver counts them, but not for ever. */
    private void settle(Page page) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED, new Page.WaitForLoadStateOptions().setTimeout(0));
        try {
            page.waitForLoadState(
                    LoadState.NETWORKIDLE,
                    new Page.WaitForLoadStateOptions()
                            .setTimeout(settings.settle().toMillis()));
        } catch (TimeoutError busy) {
            // a page that never falls silent is read as it stands
        }
    }

    private static String read(CDPSession session, String frame, int maxBody) throws FetchFailure {
        JsonObject world = new JsonObject();
        world.addProperty("frameId", frame);
        world.addProperty("worldName", "lacuna");
        JsonObject evaluate = new JsonObject();
        evaluate.add(
                "contextId", session.send("Page.createIsolatedWorld", world).get("executionContextId"));
        evaluate.addProperty("expression", DOCUMENT.formatted(maxBody));
        evaluate.addProperty("returnByValue", true);
        JsonObject result = session.send("Runtime.evaluate", evaluate).getAsJsonObject("result");
        if (!result.get("type").getAsString().equals("string")) {
            throw BrowserFailures.tooLarge(maxBody);
        }
        return result.get("value").getAsString();
    }

    /** Where the browser says it is: a script may have changed the address without asking for a page. */
    private static URI address(Page page, BrowserDocuments documents) throws FetchFailure {
        String shown = page.url();
        if (shown.startsWith("http://") || shown.startsWith("https://")) {
            return Urls.redirect(documents.last(), shown);
        }
        if (documents.seen().isPresent() && shown.equals("about:blank")) {
            return documents.last();
        }
        throw documents
                .failure()
                .orElseGet(() -> new FetchFailure(
                        NoAnswer.Reason.CONNECTION_FAILED, "expected a page in the end, found the browser's own"));
    }

    private static BrowserDocuments.Seen seen(BrowserDocuments documents) throws FetchFailure {
        if (documents.failure().isPresent()) {
            throw documents.failure().get();
        }
        return documents
                .seen()
                .orElseThrow(() -> new FetchFailure(
                        NoAnswer.Reason.CONNECTION_FAILED, "expected an answer of the server, found none"));
    }

    @Override
    public void close() {
        watch.ifPresent(BrowserWatch::close);
        processes.ifPresent(ours -> {
            ours.kill();
            ours.profiles().forEach(BrowserFolder::delete);
        });
        proxy.close();
        BrowserFolder.delete(folder);
    }
}
