package org.lacuna.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lacuna.page.Say;
import org.lacuna.platform.Platform;

/**
 * The list of cases with the form above it and the facets beside it.
 *
 * @param filtered whether less than everything is asked for
 * @param all how many public cases there are in all
 * @param found those that fit
 * @param facets ways to narrow further
 * @param ordered whether another order was asked for
 * @param later whether this is not the first page
 */
record FindView(
        FindForm form,
        boolean filtered,
        long all,
        FoundCases found,
        List<Facet> facets,
        boolean later,
        String first,
        Optional<String> next,
        String atom,
        String json,
        boolean ordered,
        Optional<LocalDate> asOf) {
    static FindView of(Asked asked, FoundCases found, long all, List<Platform> platforms, Say say) {
        return new FindView(
                FindForm.of(asked, platforms, say),
                !asked.filter().isAll(),
                all,
                found,
                Facet.all(asked, found.facets(), platforms, say),
                asked.cursor().isPresent(),
                asked.address(),
                found.next().map(asked::from),
                asked.feed("atom"),
                asked.feed("json"),
                asked.order().isPresent(),
                asked.asOf());
    }
}
