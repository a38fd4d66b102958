package org.lacuna.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;

/**
 * One request and its response, no redirect followed. A watch cuts the connection when the time is up, wherever the
 * exchange then is: a socket's own timeout starts anew with every byte of a slow drip.
 */
final class Hop implements AutoCloseable {
    /** So much is set aside for a body that has only been announced. */
    private static final int ON_CREDIT = 128 * 1024;

    /** And so much for one that has not. */
    private static final int FIRST = 16 * 1024;

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;
    private final int maxHead;

    Hop(
            PoolingHttpClientConnectionManager pool,
            CloseableHttpClient client,
            ScheduledExecutorService watch,
            int maxHead) {
        this.maxHead = maxHead;
        this.pool = pool;
        this.client = client;
        this.watch = watch;
    }

    /** What came back, in the library's words, with the content before content decoding. */
    record Received(HttpRequest request, HttpResponse response, byte[] content) {}

    /**
     * Asks one URL.
     *
     * @param condition asks for an answer only if it differs from these
     * @param cap the most bytes of content
     * @param cut whether a longer body is cut at the cap; otherwise it is a failure
     * @param sending run just before the request leaves
     */
    Received get(URI url, Optional<Validators> condition, Deadline deadline, int cap, boolean cut, Runnable sending)
            throws FetchFailure {
        HttpGet request = new HttpGet(url);
        condition.flatMap(Validators::etag).ifPresent(etag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        condition
                .flatMap(Validators::lastModified)
                .ifPresent(date -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(FewHeads.SENDING, sending);
        return exchange(request, context, deadline, cap, cut);
    }

    /**
     * Sends a message and reads the beginning of the answer.
     *
     * @param cap the most bytes of content; a longer body is cut there
     */
    Received post(URI url, Map<String, String> headers, byte[] body, Deadline deadline, int cap) throws FetchFailure {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return exchange(request, HttpClientContext.create(), deadline, cap, true);
    }

    private Received exchange(
            HttpUriRequestBase request, HttpClientContext context, Deadline deadline, int cap, boolean cut)
            throws FetchFailure {
        Future<?> alarm = watch.schedule(request::cancel, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, request, context);
            if (size(response) > maxHead) {
                request.cancel();
                throw new FetchFailure(
                        NoAnswer.Reason.TOO_LARGE, "expected a head within the limits, found a larger one");
            }
            byte[] content = content(response, cap, cut, request);
            return new Received(context.getRequest(), response, content);
        } catch (IOException failed) {
            request.cancel();
            throw deadline.passed() ? deadline.failure() : Failures.of(failed);
        } catch (IllegalStateException cancelled) {
            // what the library makes of a request that is cancelled between two of its steps
            request.cancel();
            if (deadline.passed()) {
                throw deadline.failure();
            }
            throw cancelled;
        } finally {
            alarm.cancel(false);
            // an exchange that is not at its end is cancelled by now: closing it would read on, however long it is
            Closer.closeQuietly(response);
        }
    }

    private static int size(HttpResponse response) {
        int size = 0;
        for (Header header : response.getHeaders()) {
            size += header.getName().length()
                    + (header.getValue() == null ? 0 : header.getValue().length());
        }
        return size;
    }

    private static byte[] content(ClassicHttpResponse response, int cap, boolean cut, HttpUriRequestBase request)
            throws IOException, FetchFailure {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (!cut && entity.getContentLength() > cap) {
            request.cancel();
            throw tooLarge(cap);
        }
        InputStream body = entity.getContent();
        byte[] content = new byte
                [(int) Math.min(
                        entity.getContentLength() < 0 ? FIRST : entity.getContentLength(), Math.min(ON_CREDIT, cap))];
        int size = 0;
        for (int read = 0; read >= 0; size += Math.max(0, read)) {
            if (size == content.length) {
                int next = body.read();
                if (next < 0) {
                    break;
                }
                if (size == cap) {
                    request.cancel();
                    if (!cut) {
                        throw tooLarge(cap);
                    }
                    break;
                }
                content = Arrays.copyOf(content, (int) Math.min(cap, Math.max(FIRST, content.length * 2L)));
                content[size++] = (byte) next;
            }
            read = body.read(content, size, content.length - size);
        }
        return size == content.length ? content : Arrays.copyOf(content, size);
    }

    private static FetchFailure tooLarge(int cap) {
        return new FetchFailure(
                NoAnswer.Reason.TOO_LARGE, "expected a body of at most " + cap + " bytes, found a larger one");
    }

    /** How many connections are in use now. */
    int inUse() {
        return pool.getTotalStats().getLeased();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
