package org.lacuna.page.language;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A language of the pages. It is chosen by the address alone: a header or a cookie would tell of the person, and one
 * address would hold several pages.
 */
public enum Language {
    ENGLISH("en", "English", "ltr", "en-GB", "one", "other"),
    SIMPLIFIED_CHINESE("zh-Hans", "简体中文", "ltr", "zh-Hans", "other"),
    TRADITIONAL_CHINESE("zh-Hant", "繁體中文", "ltr", "zh-Hant", "other"),
    UYGHUR("ug", "ئۇيغۇرچە", "rtl", "ug", "one", "other"),
    TIBETAN("bo", "བོད་ཡིག", "ltr", "bo", "other"),
    TURKISH("tr", "Türkçe", "ltr", "tr", "one", "other"),
    RUSSIAN("ru", "Русский", "ltr", "ru", "one", "few", "many"),
    SPANISH("es", "Español", "ltr", "es", "one", "other");

    private final String tag;
    private final String ownName;
    private final String direction;
    private final ULocale locale;
    private final List<String> plurals;

    Language(String tag, String ownName, String direction, String locale, String... plurals) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
        this.locale = ULocale.forLanguageTag(locale);
        this.plurals = List.of(plurals);
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** For {@code dir}. */
    public String direction() {
        return direction;
    }

    /** How it writes days, numbers and names of countries (CLDR). */
    public ULocale locale() {
        return locale;
    }

    /** The forms that whole numbers ask for, in the order in which a text gives them (CLDR, plural rules). */
    List<String> plurals() {
        return plurals;
    }

    /** Whether the first of its forms is for the number one alone, and not for 21 too. */
    boolean saysOne() {
        return PluralRules.forLocale(locale).getUniqueKeywordValue(plurals.get(0)) == 1;
    }

    /** Where a page is in this language; English has no prefix. */
    public String path(String page) {
        return prefix() + page;
    }

    /** The same page without its language. */
    public String withoutPrefix(String path) {
        String page = path.substring(prefix().length());
        return page.isEmpty() ? "/" : page;
    }

    /** The language of an address: what its first segment says, or else English. */
    public static Language of(String path) {
        return Stream.of(values())
                .filter(each -> each != ENGLISH)
                .filter(each -> path.equals(each.prefix()) || path.startsWith(each.prefix() + "/"))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language that goes by this tag, if there is one. */
    public static Optional<Language> tagged(String tag) {
        return Stream.of(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    private String prefix() {
        return this == ENGLISH ? "" : "/" + tag;
    }
}
