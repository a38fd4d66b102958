package org.lacuna.fetch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands between the browser and every document that it is about to show as the page (the Fetch domain of Chrome's
 * DevTools Protocol): the first one, each redirect, and wherever scripts go on to. Each is a visit and passes the gate.
 *
 * <p>What a document brings along – scripts, styles, pictures, frames – does not. robots.txt speaks to whoever collects
 * pages; these are parts that the page's owner sends each visitor for, they are not kept and not read as pages, and
 * their number and size are capped. A stricter reading is possible; then few pages could be seen as visitors see them.
 */
final class BrowserDocuments {
    private final CDPSession session;
    private final String mainFrame;
    private final URI first;
    private final Redirects.Gate gate;
    private final int mostRedirects;
    private int hops;
    private URI last;
    private Optional<FetchFailure> failure = Optional.empty();
    private Optional<Seen> seen = Optional.empty();

    /** @param first the page asked for, which has passed the gate already */
    BrowserDocuments(CDPSession session, URI first, Redirects.Gate gate, int mostRedirects) {
        this.session = session;
        this.first = first;
        this.last = first;
        this.gate = gate;
        this.mostRedirects = mostRedirects;
        this.mainFrame = session.send("Page.getFrameTree")
                .getAsJsonObject("frameTree")
                .getAsJsonObject("frame")
                .get("id")
                .getAsString();
        session.on("Fetch.requestPaused", this::paused);
        JsonArray patterns = new JsonArray();
        for (String stage : List.of("Request", "Response")) {
            JsonObject pattern = new JsonObject();
            pattern.addProperty("resourceType", "Document");
            pattern.addProperty("requestStage", stage);
            patterns.add(pattern);
        }
        JsonObject enable = new JsonObject();
        enable.add("patterns", patterns);
        session.send("Fetch.enable", enable);
    }

    /**
     * The request and the head of the response behind the document that is shown.
     *
     * @param requested header lines, as the browser tells them; its network stack adds more
     * @param headers names as sent, values in the order received
     */
    record Seen(
            String method,
            List<Map.Entry<String, String>> requested,
            int status,
            String reason,
            List<Map.Entry<String, String>> headers) {}

    String mainFrame() {
        return mainFrame;
    }

    /** The last URL that was asked for as the page. */
    URI last() {
        return last;
    }

    /** Why a document was not let through, if one was not. */
    Optional<FetchFailure> failure() {
        return failure;
    }

    /** The last answer that was not a redirect. */
    Optional<Seen> seen() {
        return seen;
    }

    private void paused(JsonObject event) {
        JsonObject id = new JsonObject();
        id.add("requestId", event.get("requestId"));
        boolean answered = event.has("responseStatusCode") || event.has("responseErrorReason");
        if (event.get("frameId").getAsString().equals(mainFrame)) {
            if (answered) {
                answered(event);
            } else if (!lets(event.getAsJsonObject("request"))) {
                id.addProperty("errorReason", "BlockedByClient");
                session.send("Fetch.failRequest", id);
                return;
            }
        }
        session.send("Fetch.continueRequest", id);
    }

    private boolean lets(JsonObject request) {
        try {
            hops++;
            if (hops == 1) {
                return true;
            }
            if (hops > mostRedirects + 1) {
                throw new FetchFailure(
                        NoAnswer.Reason.TOO_MANY_REDIRECTS,
                        "expected at most " + mostRedirects + " redirects, found more");
            }
            last = Urls.redirect(first, request.get("url").getAsString());
            gate.pass(last);
            return true;
        } catch (FetchFailure refused) {
            failure = Optional.of(refused);
            return false;
        }
    }

    private void answered(JsonObject event) {
        JsonElement status = event.get("responseStatusCode");
        if (status == null) {
            return;
        }
        JsonObject request = event.getAsJsonObject("request");
        List<Map.Entry<String, String>> requested = new ArrayList<>();
        request.getAsJsonObject("headers")
                .entrySet()
                .forEach(header -> requested.add(
                        Map.entry(header.getKey(), header.getValue().getAsString())));
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        if (event.has("responseHeaders")) {
            event.getAsJsonArray("responseHeaders").forEach(header -> {
                String name = header.getAsJsonObject().get("name").getAsString();
                // one name sent twice may come as one value of two lines
                header.getAsJsonObject()
                        .get("value")
                        .getAsString()
                        .lines()
                        .forEach(value -> headers.add(Map.entry(name, value)));
            });
        }
        if (Redirects.STATUSES.contains(status.getAsInt())
                && headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase("location"))) {
            return;
        }
        String reason = event.has("responseStatusText")
                ? event.get("responseStatusText").getAsString()
                : "";
        seen = Optional.of(
                new Seen(request.get("method").getAsString(), requested, status.getAsInt(), reason, headers));
    }
}
