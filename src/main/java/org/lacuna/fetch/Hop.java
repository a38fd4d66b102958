package org.lacuna.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.io.Closer;

/**
 * One request and its response, no redirect followed. A watch cuts the connection when the time is up, wherever the
 * exchange then is: a socket's own timeout starts anew with every byte of a slow drip.
 */
final class Hop implements AutoCloseable {
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fetch-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Hop(CloseableHttpClient client) {
        this.client = client;
    }

    /** What came back, in the library's words, with the content before content decoding. */
    record Received(HttpRequest request, HttpResponse response, byte[] content) {}

    /**
     * Asks one URL.
     *
     * @param cap the most bytes of content
     * @param cut whether a longer body is cut at the cap; otherwise it is a failure
     */
    Received get(URI url, Deadline deadline, int cap, boolean cut) throws FetchFailure {
        HttpGet request = new HttpGet(url);
        HttpClientContext context = HttpClientContext.create();
        Future<?> alarm = watch.schedule(request::cancel, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, request, context);
            byte[] content = content(response, cap, cut, request);
            return new Received(context.getRequest(), response, content);
        } catch (IOException failed) {
            request.cancel();
            throw deadline.passed() ? deadline.failure() : Failures.of(failed);
        } finally {
            alarm.cancel(false);
            // an exchange that is not at its end is cancelled by now: closing it would read on, however long it is
            Closer.closeQuietly(response);
        }
    }

    private static byte[] content(ClassicHttpResponse response, int cap, boolean cut, HttpGet request)
            throws IOException, FetchFailure {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (!cut && entity.getContentLength() > cap) {
            request.cancel();
            throw tooLarge(cap);
        }
        ByteArrayOutputStream content =
                new ByteArrayOutputStream((int) Math.max(0, Math.min(cap, entity.getContentLength())));
        InputStream body = entity.getContent();
        byte[] buffer = new byte[16 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            content.write(buffer, 0, Math.min(read, cap - content.size()));
            if (content.size() == cap && body.read() >= 0) {
                request.cancel();
                if (!cut) {
                    throw tooLarge(cap);
                }
                break;
            }
        }
        return content.toByteArray();
    }

    private static FetchFailure tooLarge(int cap) {
        return new FetchFailure(
                NoAnswer.Reason.TOO_LARGE, "expected a body of at most " + cap + " bytes, found a larger one");
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
