package org.lacuna.fetch;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** In tests the application knows {@code *.example} alone, so that none of them can reach the internet. */
@Alternative
@Priority(1)
@ApplicationScoped
class ExampleNames implements NameResolver {
    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return FetchersForTests.names(host);
    }
}
