package org.lacuna.fetch;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words why a visit by browser failed. What the driver says names addresses and is not passed on. */
final class BrowserFailures {
    private static final Pattern NET = Pattern.compile("net::(ERR_[A-Z0-9_]+)");

    /** Answers that leave a browser where it was (RFC 9110 §15.3.5, §15.3.6, §15.4.5). */
    private static final Set<Integer> WITHOUT_DOCUMENT = Set.of(204, 205, 304);

    private BrowserFailures() {}

    /** Whether the server answered, only with nothing that a browser could show. */
    static boolean nothingToShow(RuntimeException failed, BrowserDocuments documents) {
        String error = net(failed);
        return documents.failure().isEmpty()
                && documents
                        .seen()
                        .filter(seen -> error.equals("ERR_HTTP_RESPONSE_CODE_FAILURE")
                                || error.equals("ERR_ABORTED") && WITHOUT_DOCUMENT.contains(seen.status()))
                        .isPresent();
    }

    static FetchFailure of(
            RuntimeException failed,
            Optional<FetchFailure> verdict,
            Optional<BrowserDocuments> documents,
            FilteringProxy proxy) {
        return verdict.or(() -> documents.flatMap(BrowserDocuments::failure))
                .or(() -> download(failed, documents))
                .or(() -> documents.flatMap(found -> proxy.failure(found.last().getHost(), Urls.port(found.last()))))
                .or(() -> network(net(failed)))
                .orElseGet(() -> new FetchFailure(
                        NoAnswer.Reason.BROWSER_FAILED,
                        documents.isEmpty()
                                ? "expected a browser that starts, and it did not; docs/operations.md says what it needs"
                                : "expected a browser that shows the page, and it broke down"));
    }

    private static Optional<FetchFailure> download(RuntimeException failed, Optional<BrowserDocuments> documents) {
        boolean refused = message(failed).contains("Download is starting")
                || net(failed).equals("ERR_ABORTED")
                        && documents.flatMap(BrowserDocuments::seen).isPresent();
        return refused
                ? Optional.of(new FetchFailure(
                        NoAnswer.Reason.BROKEN_ANSWER, "expected a page to show, found something to download"))
                : Optional.empty();
    }

    private static Optional<FetchFailure> network(String error) {
        return switch (error) {
            case "" -> Optional.empty();
            case "ERR_TOO_MANY_REDIRECTS" ->
                failure(NoAnswer.Reason.TOO_MANY_REDIRECTS, "expected redirects that lead somewhere, found a loop");
            case "ERR_INVALID_HTTP_RESPONSE", "ERR_CONTENT_DECODING_FAILED", "ERR_INVALID_CHUNKED_ENCODING" ->
                failure(NoAnswer.Reason.BROKEN_ANSWER, "expected an answer in HTTP, found other bytes");
            case "ERR_TIMED_OUT", "ERR_CONNECTION_TIMED_OUT" ->
                failure(NoAnswer.Reason.TIMED_OUT, "expected a server that answers, and it stayed silent");
            case "ERR_RESPONSE_HEADERS_TOO_BIG" ->
                failure(NoAnswer.Reason.TOO_LARGE, "expected a head within the limits, found a larger one");
            default ->
                error.startsWith("ERR_CERT_") || error.startsWith("ERR_SSL_")
                        ? failure(
                                NoAnswer.Reason.CONNECTION_FAILED, "expected a TLS handshake with a valid certificate")
                        : failure(
                                NoAnswer.Reason.CONNECTION_FAILED, "expected a connection that lasts, and it did not");
        };
    }

    private static String message(RuntimeException failed) {
        return String.valueOf(failed.getMessage());
    }

    private static String net(RuntimeException failed) {
        Matcher error = NET.matcher(message(failed));
        return error.find() ? error.group(1) : "";
    }

    static FetchFailure tooLarge(int cap) {
        return new FetchFailure(
                NoAnswer.Reason.TOO_LARGE, "expected a page of at most " + cap + " bytes, found a larger one");
    }

    private static Optional<FetchFailure> failure(NoAnswer.Reason reason, String detail) {
        return Optional.of(new FetchFailure(reason, detail));
    }
}
