package org.lacuna.evidence;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ways in which pages and host names spell an IP address: IPv4 dotted, reversed, as one number; IPv6 in every
 * compressed spelling and in full (RFC 4291 §2.2), and whatever else lies in its network of 64 bits; each character plain,
 * percent-encoded (RFC 3986), as an HTML or JavaScript escape; all of it in base64. Nothing is asked of what stands
 * around: a longer number that holds the address goes as well, since a leak cannot be taken back.
 */
final class Spellings {
    private static final int GROUPS = 8;

    private Spellings() {}

    /** Finds any spelling of this address. */
    static Pattern of(InetAddress address) {
        List<String> plain = address instanceof Inet4Address ? four(address.getAddress()) : six(address.getAddress());
        List<String> any = new ArrayList<>();
        if (!(address instanceof Inet4Address)) {
            any.add(network(groups(address.getAddress())));
        }
        plain.stream().map(Spellings::encoded).forEach(any::add);
        plain.stream().flatMap(text -> base64(text).stream()).forEach(any::add);
        return Pattern.compile(String.join("|", any));
    }

    private static List<String> four(byte[] bytes) {
        List<String> parts = IntStream.range(0, bytes.length)
                .mapToObj(i -> String.valueOf(bytes[i] & 0xff))
                .toList();
        long number = 0;
        for (byte b : bytes) {
            number = number << Byte.SIZE | b & 0xff;
        }
        return List.of(
                String.join(".", parts),
                parts.get(3) + "." + parts.get(2) + "." + parts.get(1) + "." + parts.get(0),
                String.valueOf(number),
                String.format("%08x", number));
    }

    private static List<String> six(byte[] bytes) {
        int[] groups = groups(bytes);
        Set<String> spellings = new TreeSet<>(Set.of(joined(groups, "%x"), joined(groups, "%04x")));
        for (int from = 0; from < GROUPS; from++) {
            for (int to = from; to < GROUPS && groups[to] == 0; to++) {
                for (String form : List.of("%x", "%04x")) {
                    spellings.add(part(groups, 0, from, form) + "::" + part(groups, to + 1, GROUPS, form));
                }
            }
        }
        String digits = part(groups, 0, GROUPS, "%04x").replace(":", "");
        spellings.add(digits);
        spellings.add(new StringBuilder(digits)
                .reverse()
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(".")));
        // the longest first: otherwise a shorter one could leave its rest behind
        return spellings.stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    private static int[] groups(byte[] bytes) {
        return IntStream.range(0, GROUPS)
                .map(i -> (bytes[2 * i] & 0xff) << Byte.SIZE | bytes[2 * i + 1] & 0xff)
                .toArray();
    }

    private static String joined(int[] groups, String form) {
        return part(groups, 0, GROUPS, form);
    }

    private static String part(int[] groups, int from, int to, String form) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.format(form, groups[i]))
                .collect(Collectors.joining(":"));
    }

    /** Addresses of one line change within a network of 64 bits, so the one of that day may not be ours today. */
    private static String network(int[] groups) {
        String start = IntStream.range(0, GROUPS / 2)
                .mapToObj(i -> zeros() + encoded(String.format("%x", groups[i])))
                .collect(Collectors.joining(character(':')));
        return start + "(?:" + character(':') + "[0-9A-Fa-f]{0,4}){0,5}";
    }

    private static String zeros() {
        return character('0') + "{0,3}";
    }

    private static String encoded(String text) {
        return text.chars().mapToObj(c -> character((char) c)).collect(Collectors.joining());
    }

    private static String character(char c) {
        String named = c == '.' ? "|&period;|-|_" : c == ':' ? "|&colon;|-|_" : "";
        String forms = Character.isLetter(c)
                ? forms(Character.toLowerCase(c)) + "|" + forms(Character.toUpperCase(c))
                : forms(c);
        return "(?:" + forms + named + ")";
    }

    private static String forms(char c) {
        String hex = String.format("%02x", (int) c)
                .chars()
                .mapToObj(digit -> "[" + Character.toString(digit)
                        + Character.toString(digit).toUpperCase(Locale.ROOT) + "]")
                .collect(Collectors.joining());
        return Pattern.quote(String.valueOf(c)) + "|%(?:25)*" + hex + "|&#0*" + (int) c + ";?|&#[xX]0*" + hex
                + ";?|\\\\+u00" + hex + "|\\\\+x" + hex;
    }

    /** At each of the three places where a text may begin within base64 (RFC 4648 §4, §5), without the shared edges. */
    private static List<String> base64(String text) {
        List<String> found = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = (" ".repeat(before) + text).getBytes(StandardCharsets.US_ASCII);
            String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (before * 4 + 2) / 3;
            int to = shifted.length % 3 == 0 ? coded.length() : coded.length() - 1;
            found.add(coded.substring(from, to)
                    .chars()
                    .mapToObj(Spellings::either)
                    .collect(Collectors.joining()));
        }
        return found;
    }

    private static String either(int c) {
        return c == '+' || c == '-' ? "[+-]" : c == '/' || c == '_' ? "[/_]" : Character.toString(c);
    }
}
