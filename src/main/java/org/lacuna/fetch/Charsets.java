package org.lacuna.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a body as text. A byte order mark decides (WHATWG Encoding §6); otherwise the HTTP header and then the page
 * itself have a say, and neither is believed blindly:
 *
 * <ul>
 *   <li>a body that is flawless UTF-8 with several multi-byte characters is UTF-8, whatever anyone says;
 *   <li>a header that says Latin-1, the unasked default of many servers, yields to a multi-byte charset that the page
 *       names and that fits;
 *   <li>else the candidate with the fewest unreadable characters, the earlier one if equal.
 * </ul>
 */
final class Charsets {
    /** Four in a row do not happen by chance in another charset; the two of a famous Chinese word do. */
    private static final int CERTAIN = 4;

    /** The WHATWG says 1024 bytes; pages put the tag later and browsers still find it. */
    private static final int PRESCAN = 4096;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern META =
            Pattern.compile("<meta[^>]{1,500}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("^\\s*<\\?xml[^>]{1,200}?encoding\\s*=\\s*[\"']([^\"']+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final char REPLACEMENT = '\uFFFD';

    private Charsets() {}

    static String decode(byte[] body, Optional<String> contentType) {
        Optional<Charset> marked = byteOrderMark(body);
        if (marked.isPresent()) {
            String text = new String(body, marked.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        List<Charset> candidates = new ArrayList<>();
        Optional<Charset> header = contentType.flatMap(value -> named(PARAMETER, value));
        Optional<Charset> page = declared(body);
        if (header.filter(WESTERN::equals).isPresent()
                && page.filter(Charsets::multiByte).isPresent()) {
            page.ifPresent(candidates::add);
        }
        header.ifPresent(candidates::add);
        page.ifPresent(candidates::add);
        candidates.add(StandardCharsets.UTF_8);
        if (candidates.size() == 1) {
            candidates.add(WESTERN);
        }
        return best(body, candidates);
    }

    private static String best(byte[] body, List<Charset> candidates) {
        String utf8 = new String(body, StandardCharsets.UTF_8);
        if (multiByteCharacters(body) >= CERTAIN && (unreadable(utf8) == 0 || flawless(body))) {
            return utf8;
        }
        String best = "";
        long fewest = Long.MAX_VALUE;
        for (Charset candidate : candidates) {
            String text = candidate.equals(StandardCharsets.UTF_8) ? utf8 : new String(body, candidate);
            long unreadable = unreadable(text);
            if (unreadable < fewest) {
                best = text;
                fewest = unreadable;
            }
            if (unreadable == 0) {
                break;
            }
        }
        return best;
    }

    private static int unreadable(String text) {
        int count = 0;
        for (int at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
            count++;
        }
        return count;
    }

    private static Optional<Charset> byteOrderMark(byte[] body) {
        if (body.length >= 3 && (body[0] & 0xff) == 0xEF && (body[1] & 0xff) == 0xBB && (body[2] & 0xff) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (body.length >= 2 && (body[0] & 0xff) == 0xFE && (body[1] & 0xff) == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (body.length >= 2 && (body[0] & 0xff) == 0xFF && (body[1] & 0xff) == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(byte[] body) {
        String start = COMMENT.matcher(new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1))
                .replaceAll("");
        return named(XML, start)
                .or(() -> named(META, start))
                // a declaration that could be read as ASCII is not in UTF-16 (WHATWG HTML §13.2.3.2)
                .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? CharsetLabels.charset(match.group(1)) : Optional.empty();
    }

    private static boolean multiByte(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() > 1;
    }

    /** A replacement character may also have been sent as one. */
    private static boolean flawless(byte[] utf8) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static int multiByteCharacters(byte[] utf8) {
        int characters = 0;
        for (byte b : utf8) {
            if ((b & 0xC0) == 0xC0) {
                characters++;
            }
        }
        return characters;
    }
}
