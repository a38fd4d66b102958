package org.lacuna.intake.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Leads {@code /ug/submit} to the same page as {@code /submit}; the page looks at the address that was asked for. */
@Provider
@PreMatching
class LanguageInTheAddress implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        Language language = Language.in(asked.getPath());
        if (language != Language.ENGLISH) {
            request.setRequestUri(UriBuilder.fromUri(asked)
                    .replacePath(language.withoutPrefix(asked.getPath()))
                    .build());
        }
    }
}
