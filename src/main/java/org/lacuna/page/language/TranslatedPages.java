package org.lacuna.page.language;

import java.util.regex.Pattern;

/**
 * Which addresses are pages that there are in every language. All else has one address: files, feeds, the API. The desk
 * above all: what guards it looks at how its addresses begin.
 */
public final class TranslatedPages {
    private static final Pattern PAGE = Pattern.compile("/"
            + "|/(?:cases|incidents|platforms|countries|submit)(?:/.*)?"
            + "|/reports(?:/[^.]*)?"
            + "|/(?:about|bulk|corrections|data|log|methods|reachable)/?");
    private static final Pattern NONE = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)|//|\\.(?:wacz|gz)$");
    private static final Pattern LIKE_A_LANGUAGE = Pattern.compile("/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(/.*)?");

    private TranslatedPages() {}

    /** @param page path without its language, as it was sent */
    public static boolean has(String page) {
        return PAGE.matcher(page).matches() && !NONE.matcher(page).find();
    }

    /** Whether a path is that of a page in a language that there is none in, such as {@code /xx/cases}. */
    public static boolean inAnotherLanguage(String path) {
        var like = LIKE_A_LANGUAGE.matcher(path);
        return like.matches()
                && !has(path)
                && Language.of(path) == Language.ENGLISH
                && (like.group(2) != null && has(like.group(2)));
    }
}
