package org.lacuna.evidence.files;

import java.util.Map;
import java.util.function.Consumer;
import org.lacuna.evidence.files.RefusedFile.Reason;

/**
 * Finds the names in a PDF (ISO 32000-1 §7.3.5), also those spelled with {@code #xx}, and refuses the dangerous ones.
 * They are long enough that chance hardly ever writes one into compressed data.
 */
final class PdfNames implements Eye {
    private static final Map<String, Reason> REFUSED = Map.ofEntries(
            Map.entry("JavaScript", Reason.HAS_A_SCRIPT),
            Map.entry("Launch", Reason.HAS_A_SCRIPT),
            Map.entry("ImportData", Reason.HAS_A_SCRIPT),
            Map.entry("SubmitForm", Reason.HAS_A_SCRIPT),
            Map.entry("XFA", Reason.HAS_A_SCRIPT),
            Map.entry("RichMedia", Reason.HAS_AN_ATTACHMENT),
            Map.entry("EmbeddedFile", Reason.HAS_AN_ATTACHMENT),
            Map.entry("EmbeddedFiles", Reason.HAS_AN_ATTACHMENT),
            Map.entry("FileAttachment", Reason.HAS_AN_ATTACHMENT),
            Map.entry("Encrypt", Reason.ENCRYPTED));
    private static final int LONGEST = 32;
    private static final String DELIMITERS = "()<>[]{}/% \t\r\n\f\0";

    private final StringBuilder name = new StringBuilder();
    private final Consumer<String> found;
    private boolean inName;
    private int hexLeft;
    private int hex;

    PdfNames(Consumer<String> found) {
        this.found = found;
    }

    @Override
    public void see(byte[] bytes, int from, int length) throws RefusedFile {
        for (int i = from; i < from + length; i++) {
            see(bytes[i] & 0xff);
        }
    }

    void see(int character) throws RefusedFile {
        if (inName && DELIMITERS.indexOf(character) < 0) {
            add(character);
            return;
        }
        if (inName) {
            end();
        }
        inName = character == '/';
    }

    void end() throws RefusedFile {
        String word = name.toString();
        name.setLength(0);
        hexLeft = 0;
        if (REFUSED.containsKey(word)) {
            throw new RefusedFile(REFUSED.get(word));
        }
        found.accept(word);
    }

    private void add(int character) {
        if (hexLeft > 0) {
            hex = hex << 4 | Math.max(0, Character.digit(character, 16));
            if (--hexLeft == 0) {
                append(hex);
            }
        } else if (character == '#') {
            hex = 0;
            hexLeft = 2;
        } else {
            append(character);
        }
    }

    private void append(int character) {
        if (name.length() < LONGEST) {
            name.append((char) character);
        }
    }
}
