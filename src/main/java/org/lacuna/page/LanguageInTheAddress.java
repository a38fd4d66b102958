package org.lacuna.page;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.page.language.Language;
import org.lacuna.page.language.TranslatedPages;

/** Leads {@code /ug/cases} to the same page as {@code /cases}; the page looks at the address that was asked for. */
@Provider
@PreMatching
class LanguageInTheAddress implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String path = asked.getRawPath();
        Language language = Language.of(path);
        if (language != Language.ENGLISH) {
            String page = language.withoutPrefix(path);
            if (TranslatedPages.has(page)) {
                request.setRequestUri(
                        UriBuilder.fromUri(asked).replacePath(page).build());
            }
        } else if (TranslatedPages.inAnotherLanguage(path)) {
            throw new NotFoundException("These pages are not in the language “" + path.split("/")[1]
                    + "”. They are in "
                    + Stream.of(Language.values())
                            .map(each -> each.ownName() + " (" + each.path("/") + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }
}
