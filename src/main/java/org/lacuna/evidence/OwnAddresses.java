package org.lacuna.evidence;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that this machine is or was seen under, and how they are taken out of a text. */
final class OwnAddresses {
    /** Stands where an address stood; harmless in a URL, in HTML and in JSON. */
    static final String MARK = "address-withheld";

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final int UNIQUE_LOCAL = 0xfc;

    private final List<Pattern> spellings;
    private final boolean publicOneKnown;

    private OwnAddresses(List<InetAddress> addresses) {
        List<InetAddress> telling = addresses.stream()
                .filter(address -> !address.isLoopbackAddress() && !address.isAnyLocalAddress())
                .distinct()
                .toList();
        this.spellings = telling.stream().map(Spellings::of).toList();
        this.publicOneKnown = telling.stream().anyMatch(OwnAddresses::seenFromOutside);
    }

    /**
     * The machine's own and those that the operator names.
     *
     * @throws IllegalArgumentException if one that is named is no address
     */
    static OwnAddresses of(List<InetAddress> interfaces, List<String> named) {
        return new OwnAddresses(
                Stream.concat(interfaces.stream(), named.stream().map(OwnAddresses::address))
                        .toList());
    }

    static List<InetAddress> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException unknown) {
            return List.of();
        }
    }

    /** Whether any of them is one that a server out there would see. */
    boolean publicOneKnown() {
        return publicOneKnown;
    }

    /** The text without them. */
    String withheld(String text) {
        String without = text;
        for (Pattern spelling : spellings) {
            without = spelling.matcher(without).replaceAll(MARK);
        }
        return without;
    }

    private static InetAddress address(String text) {
        // a name would be looked up, and that is nothing to do by accident
        if (!LITERAL.matcher(text.strip()).matches()) {
            throw notAnAddress(text);
        }
        try {
            return InetAddress.getByName(text.strip());
        } catch (UnknownHostException notOne) {
            throw notAnAddress(text);
        }
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException(
                "expected IPv4 or IPv6 addresses in lacuna.evidence.own-addresses, found a text of " + text.length()
                        + " characters that is none; write them without port or network, separated by commas");
    }

    private static boolean seenFromOutside(InetAddress address) {
        boolean uniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
        return !address.isSiteLocalAddress() && !address.isLinkLocalAddress() && !uniqueLocal;
    }
}
