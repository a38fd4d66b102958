package org.lacuna.fetch;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a charset's label means to a browser (WHATWG Encoding §4.2), which is often a larger charset than the label
 * says. Labels that no browser knows, UTF-7 above all, mean nothing.
 */
final class CharsetLabels {
    private static final Map<String, String> LABELS = new HashMap<>();
    private static final Set<String> AS_NAMED = Set.of(
            "iso-8859-2",
            "iso-8859-3",
            "iso-8859-4",
            "iso-8859-5",
            "iso-8859-6",
            "iso-8859-7",
            "iso-8859-8",
            "iso-8859-13",
            "iso-8859-15",
            "iso-8859-16",
            "koi8-r",
            "koi8-u",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "euc-jp",
            "iso-2022-jp",
            "utf-16be",
            "utf-16le",
            "ibm866");

    static {
        means("UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8");
        means("UTF-16LE", "utf-16 ucs-2 unicode iso-10646-ucs-2 unicodefeff csunicode");
        means("UTF-16BE", "unicodefffe");
        means("GB18030", "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 csgb2312 chinese iso-ir-58 csiso58gb231280");
        means("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5");
        means("x-windows-949", "euc-kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949");
        means("windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis");
        means("EUC-JP", "x-euc-jp cseucpkdfmtjapanese");
        means(
                "windows-1252",
                "iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 ascii us-ascii cp1252 x-cp1252 cp819");
        means("windows-1254", "iso-8859-9 iso8859-9 latin5 l5 cp1254 x-cp1254 iso_8859-9");
        means("windows-1250", "cp1250 x-cp1250");
        means("windows-1251", "cp1251 x-cp1251");
        means("windows-1253", "cp1253 x-cp1253");
        means("windows-1255", "cp1255 x-cp1255");
        means("windows-1256", "cp1256 x-cp1256");
        means("windows-1257", "cp1257 x-cp1257");
        means("windows-1258", "cp1258 x-cp1258");
        means("x-windows-874", "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874");
        means("ISO-8859-2", "latin2 l2 iso8859-2 iso_8859-2");
        means("ISO-8859-5", "cyrillic iso8859-5 iso_8859-5");
        means("ISO-8859-6", "arabic iso8859-6 iso_8859-6 asmo-708 ecma-114");
        means("ISO-8859-7", "greek iso8859-7 iso_8859-7");
        means("ISO-8859-8", "hebrew iso8859-8 iso_8859-8 iso-8859-8-i logical visual");
        means("KOI8-R", "koi koi8 koi8_r cskoi8r");
        means("KOI8-U", "koi8-ru");
        means("IBM866", "866 cp866 csibm866");
        means("x-MacRoman", "macintosh mac x-mac-roman csmacintosh");
        means("x-MacUkraine", "x-mac-cyrillic x-mac-ukrainian");
    }

    private CharsetLabels() {}

    private static void means(String charset, String labels) {
        Stream.of(labels.split(" ")).forEach(label -> LABELS.put(label, charset));
    }

    /** The charset of a label, in any case; empty if no browser would know it or this Java has no such charset. */
    static Optional<Charset> charset(String label) {
        String known = label.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(LABELS.get(known))
                .or(() -> Optional.of(known).filter(AS_NAMED::contains))
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }
}
