package org.lacuna.fetch;

import java.io.IOException;

/** The proxy could not be reached, or did not connect us. Its message names neither the proxy nor where we wanted to. */
final class ProxyFailure extends IOException {
    private static final long serialVersionUID = 1;

    ProxyFailure(String detail) {
        super(detail);
    }
}
