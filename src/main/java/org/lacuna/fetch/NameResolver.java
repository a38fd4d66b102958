package org.lacuna.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. What it returns is checked before anything connects to it. */
public interface NameResolver {
    /**
     * All addresses of a host name or of an address in writing.
     *
     * @throws UnknownHostException if there is none
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
