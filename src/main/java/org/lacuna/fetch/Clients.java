package org.lacuna.fetch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
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
    private Clients() {}

    static CloseableHttpClient client(FetchSettings settings, DnsResolver guard) {
        Timeout silence = Timeout.of(settings.silence());
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(settings.maxHeaderLine())
                .setMaxHeaderCount(settings.maxHeaders())
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(4)
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
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(silence)
                        .setResponseTimeout(silence)
                        .setDefaultKeepAlive(10, TimeUnit.SECONDS)
                        .build())
                .setUserAgent(userAgent(settings))
                .setDefaultHeaders(List.of(
                        new BasicHeader("Accept", "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"),
                        new BasicHeader("Accept-Language", "en"),
                        new BasicHeader("Accept-Encoding", ContentCoding.ACCEPTED)))
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .setRetryStrategy(new OnceOnDeadConnection())
                .evictExpiredConnections()
                .build();
    }

    private static String userAgent(FetchSettings settings) {
        return "Mozilla/5.0 (compatible; " + settings.productToken() + "/0.1; +" + settings.contact() + ")";
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
