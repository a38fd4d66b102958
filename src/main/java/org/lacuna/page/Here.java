package org.lacuna.page;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.TranslatedPages;

/**
 * Where a reader is: in which language, on which page.
 *
 * @param root what stands before every path in an address that leaves this site; empty where the operator says nothing
 * @param page path without its language, as it was sent
 * @param query as it was sent, with its question mark; empty if there is none
 */
@TemplateData
public record Here(Say say, String root, String page, String query) {
    /** The name under which templates find it. */
    static final String ATTRIBUTE = "here";

    /** Nowhere in particular, as at the desk: English, and no other languages to go to. */
    private static final Here NOWHERE = new Here(Say.in(Language.ENGLISH), "", "", "");

    private static final String LOOKED_FOR = "q=";

    /** The same page in a language. */
    @TemplateData
    public record Version(String tag, String ownName, String direction, String path, boolean current) {}

    /** Of a request that no resource answers. */
    static Here of(RoutingContext asked) {
        return at("", pathOf(asked), Optional.ofNullable(asked.request().query()));
    }

    /** A request for no path in particular, such as {@code OPTIONS *}, is none for a page. */
    static String pathOf(RoutingContext asked) {
        return Optional.ofNullable(asked.request().path()).orElse("");
    }

    /** @param path as it was sent */
    static Here at(String root, String path, Optional<String> query) {
        Language language = Language.of(path);
        return new Here(
                Say.in(language),
                root,
                language.withoutPrefix(path),
                query.map(text -> "?" + text).orElse(""));
    }

    /** @param attribute of a template, which may have none */
    static Here of(Object attribute) {
        return attribute instanceof Here here ? here : NOWHERE;
    }

    /** Every language that this page is in; none where it is in English alone. */
    public List<Version> versions() {
        return TranslatedPages.has(page)
                ? Stream.of(Language.values()).map(this::version).toList()
                : List.of();
    }

    private Version version(Language language) {
        return new Version(
                language.tag(),
                language.ownName(),
                language.direction(),
                language.path(page) + query,
                language == say.language());
    }

    /** Whether search engines may be told of the versions: not of what somebody looked for. */
    public boolean tellable() {
        return !query.startsWith("?" + LOOKED_FOR) && !query.contains("&" + LOOKED_FOR);
    }
}
