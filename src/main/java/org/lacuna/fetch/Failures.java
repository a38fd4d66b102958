package org.lacuna.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * Says in our words why an exchange failed. The library's messages name addresses and ports, and sometimes ours, so
 * none of them is passed on.
 */
final class Failures {
    private Failures() {}

    static FetchFailure of(IOException failed) {
        if (failed instanceof AddressGuard.RefusedAddress) {
            return failure(NoAnswer.Reason.REFUSED_ADDRESS, "expected a host on the public internet, found another");
        }
        if (failed instanceof ProxyFailure) {
            return failure(NoAnswer.Reason.PROXY_FAILED, failed.getMessage());
        }
        if (failed instanceof ConnectionRequestTimeoutException) {
            return failure(NoAnswer.Reason.TIMED_OUT, "expected a free connection to this host, and all are in use");
        }
        if (failed instanceof UnknownHostException) {
            return failure(NoAnswer.Reason.UNKNOWN_HOST, "expected a host name with an address, found none");
        }
        if (failed instanceof SocketTimeoutException) {
            return failure(NoAnswer.Reason.TIMED_OUT, "expected a server that answers, and it stayed silent");
        }
        if (failed instanceof MessageConstraintException) {
            return failure(NoAnswer.Reason.TOO_LARGE, "expected a head within the limits, found a larger one");
        }
        if (failed instanceof TruncatedChunkException) {
            return failure(NoAnswer.Reason.CONNECTION_FAILED, "expected the whole body, and the connection ended");
        }
        if (failed instanceof ClientProtocolException || failed instanceof MalformedChunkCodingException) {
            return failure(NoAnswer.Reason.BROKEN_ANSWER, "expected an answer in HTTP, found other bytes");
        }
        if (failed instanceof SSLException) {
            return failure(NoAnswer.Reason.CONNECTION_FAILED, "expected a TLS handshake with a valid certificate");
        }
        if (failed instanceof NoHttpResponseException) {
            return failure(NoAnswer.Reason.CONNECTION_FAILED, "expected an answer, and the connection ended");
        }
        return failure(NoAnswer.Reason.CONNECTION_FAILED, "expected a connection that lasts, and it did not");
    }

    private static FetchFailure failure(NoAnswer.Reason reason, String detail) {
        return new FetchFailure(reason, detail);
    }
}
