package org.lacuna.crawl.detect;

/** A text as scripts write it (ECMA-262, 12.9.4 String Literals), read as it is meant. */
final class ScriptText {
    private ScriptText() {}

    /** Whether a text starts at this place. */
    static boolean opens(String script, int at) {
        return script.charAt(at) == '"' || script.charAt(at) == '\'';
    }

    /** The text that opens here, without its quotes; up to the end if it is never closed. */
    static String at(String script, int start) {
        char quote = script.charAt(start);
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < script.length() && script.charAt(at) != quote) {
            char c = script.charAt(at++);
            if (c != '\\' || at == script.length()) {
                text.append(c);
                continue;
            }
            char kind = script.charAt(at++);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
            text.append(digits == 0 ? plain(kind) : coded(script, at, digits));
            at += digits;
        }
        return text.toString();
    }

    private static char plain(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
    }

    private static char coded(String script, int at, int digits) {
        int code = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = i < script.length() ? Character.digit(script.charAt(i), 16) : -1;
            code = digit < 0 ? '\uFFFD' : code * 16 + digit;
        }
        return (char) code;
    }
}
