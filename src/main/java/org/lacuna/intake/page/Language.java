package org.lacuna.intake.page;

import java.util.Optional;
import java.util.stream.Stream;

/** A language of the pages. It is chosen by the address alone: a header or a cookie would tell of the person. */
enum Language {
    ENGLISH("en", "English", "ltr"),
    SIMPLIFIED_CHINESE("zh-Hans", "简体中文", "ltr"),
    TRADITIONAL_CHINESE("zh-Hant", "繁體中文", "ltr"),
    UYGHUR("ug", "ئۇيغۇرچە", "rtl"),
    TIBETAN("bo", "བོད་ཡིག", "ltr"),
    TURKISH("tr", "Türkçe", "ltr"),
    RUSSIAN("ru", "Русский", "ltr"),
    SPANISH("es", "Español", "ltr");

    private final String tag;
    private final String ownName;
    private final String direction;

    Language(String tag, String ownName, String direction) {
        this.tag = tag;
        this.ownName = ownName;
        this.direction = direction;
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

    /** Where a page is in this language; English has no prefix. */
    public String path(String page) {
        return prefix() + page;
    }

    /** The same page without its language. */
    String withoutPrefix(String path) {
        return path.substring(prefix().length());
    }

    /** The language of an address. */
    static Language in(String path) {
        return Stream.of(values())
                .filter(each -> each != ENGLISH && path.startsWith(each.prefix() + "/submit"))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** The language that goes by this tag, if there is one. */
    static Optional<Language> tagged(String tag) {
        return Stream.of(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    private String prefix() {
        return this == ENGLISH ? "" : "/" + tag;
    }
}
