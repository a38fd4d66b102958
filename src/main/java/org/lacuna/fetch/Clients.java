package org.lacuna.fetch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the client. It has no cookies, no credentials and no proxy of the machine, follows nothing, undoes no coding
 * and tries again only where a kept connection had died before it was used.
 */
final class Clients {
    /** Seconds for which an idle connection is kept. */
    private static final int KEPT = 30;

    private Clients() {}

    /** The pool of one exit: connections, and TLS sessions, are never shared with another. */
    static PoolingHttpClientConnectionManager pool(
            FetchSettings settings, DnsResolver guard, DetachedSocketFactory sockets) {
        Timeout silence = Timeout.of(settings.silence());
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(settings.maxHeaderLine())
                .setMaxHeaderCount(settings.maxHeaders())
                .build();
        return new Builder(sockets)
                .setDnsResolver(guard)
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnectionsPerHost())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        // the usual parser skips lines that are not HTTP; bytes that are not HTTP are news
                        .responseParserFactory(new DefaultHttpResponseParserFactory(limits))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(silence)
                        .setSocketTimeout(silence)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(silence).build())
                .build();
    }

    static CloseableHttpClient client(FetchSettings settings, HttpClientConnectionManager pool) {
        return with(settings, pool)
                .setDefaultHeaders(List.of(
                        new BasicHeader("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"),
                        new BasicHeader("Accept-Language", "en"),
                        new BasicHeader("Accept-Encoding", ContentCoding.ACCEPTED)))
                .setRetryStrategy(new OnceOnDeadConnection())
                .build();
    }

    /** One for messages: it wants nothing back and sends nothing twice by itself. */
    static CloseableHttpClient sender(FetchSettings settings, HttpClientConnectionManager pool) {
        return with(settings, pool)
                .setDefaultHeaders(List.of(
                        new BasicHeader("Accept", "application/json, text/plain;q=0.9, */*;q=0.1"),
                        new BasicHeader("Accept-Encoding", "identity")))
                .disableAutomaticRetries()
                .build();
    }

    private static HttpClientBuilder with(FetchSettings settings, HttpClientConnectionManager pool) {
        Timeout silence = Timeout.of(settings.silence());
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setRequestExecutor(new FewHeads())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(silence)
                        .setResponseTimeout(silence)
                        .setDefaultKeepAlive(KEPT, TimeUnit.SECONDS)
                        .build())
                .setUserAgent(userAgent(settings))
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(KEPT));
    }

    private static String userAgent(FetchSettings settings) {
        return "Mozilla/5.0 " + identity(settings);
    }

    /** Who we are and how to reach us; stands in every User-Agent of ours, a browser's too. */
    static String identity(FetchSettings settings) {
        return "(compatible; " + settings.productToken() + "/0.1; +" + settings.contact() + ")";
    }

    /** The library has no public place to choose where connections come from; this is the one it keeps for heirs. */
    private static final class Builder extends PoolingHttpClientConnectionManagerBuilder {
        private final DetachedSocketFactory sockets;

        Builder(DetachedSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    sockets,
                    ports,
                    names,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }

    private static final class OnceOnDeadConnection implements HttpRequestRetryStrategy {
        @Override
        public boolean retryRequest(HttpRequest request, IOException failed, int attempts, HttpContext context) {
            return attempts <= 1 && failed instanceof NoHttpResponseException;
        }

        @Override
        public boolean retryRequest(HttpResponse response, int attempts, HttpContext context) {
            return false;
        }

        @Override
        public TimeValue getRetryInterval(HttpResponse response, int attempts, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }
    }
}
