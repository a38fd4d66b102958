package org.lacuna.fetch;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends a request and reads the response. Interim responses (RFC 9110 §15.2) come before it, as many as
 * the server likes; the library reads them for ever, this reads a few.
 */
final class FewHeads extends HttpRequestExecutor {
    /** The context's attribute with what to run just before a request leaves. */
    static final String SENDING = "lacuna.sending";

    private static final int MOST_INTERIM = 8;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback unused,
            HttpContext context)
            throws IOException, HttpException {
        try {
            if (connection.getEndpointDetails().getRequestCount() > 0
                    && connection.isDataAvailable(Timeout.ofMilliseconds(1))) {
                // left over from a body that was longer than announced: it would be taken for the answer to this
                throw new NoHttpResponseException("the connection is out of step");
            }
            if (context.getAttribute(SENDING) instanceof Runnable sending) {
                sending.run();
            }
            connection.sendRequestHeader(request);
            if (request.getEntity() != null) {
                connection.sendRequestEntity(request);
            }
            connection.flush();
            for (int interim = 0; interim <= MOST_INTERIM; interim++) {
                ClassicHttpResponse response = connection.receiveResponseHeader();
                if (response.getCode() >= HttpStatus.SC_SUCCESS) {
                    if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
                        connection.receiveResponseEntity(response);
                    }
                    return response;
                }
            }
            throw new ProtocolException("too many interim responses");
        } catch (IOException | HttpException | RuntimeException failed) {
            Closer.close(connection, CloseMode.IMMEDIATE);
            throw failed;
        }
    }
}
