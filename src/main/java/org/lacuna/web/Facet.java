package org.lacuna.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lacuna.page.Say;
import org.lacuna.platform.Platform;
import org.lacuna.publication.search.Found;

/** One way to narrow a list further, with how many are left: counted over all that fit, not over one page. */
record Facet(String label, List<Value> values) {
    private static final int MOST = 8;

    /**
     * One value.
     *
     * @param address of the list with this alone; of the list without it, where it is chosen already
     */
    record Value(String label, long count, boolean chosen, String address) {}

    static List<Facet> all(Asked asked, Found.Facets facets, List<Platform> platforms, Say say) {
        List<Facet> all = new ArrayList<>();
        UnaryOperator<String> named = id -> platforms.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Platform::name)
                .orElse(id);
        add(all, asked, "status", facets.status(), word -> say.word("status", word), say);
        add(all, asked, "verification", facets.verification(), word -> say.word("verification", word), say);
        add(all, asked, "platform", facets.platform(), named, say);
        add(all, asked, "measure", facets.measure(), word -> say.word("measure", word), say);
        add(all, asked, "scope", facets.scope(), word -> say.place(word), say);
        return all;
    }

    private static void add(
            List<Facet> all, Asked asked, String name, List<Found.Count> counts, UnaryOperator<String> label, Say say) {
        Optional<String> chosen =
                Optional.ofNullable(Map.copyOf(asked.filter().asked()).get(name));
        List<Value> values = counts.stream()
                .limit(MOST)
                .map(each -> {
                    boolean isChosen = chosen.filter(each.value()::equals).isPresent();
                    return new Value(
                            label.apply(each.value()),
                            each.count(),
                            isChosen,
                            asked.address(name, isChosen ? Optional.empty() : Optional.of(each.value())));
                })
                .toList();
        if (values.size() > 1 || values.stream().anyMatch(Value::chosen)) {
            all.add(new Facet(say.word("filter", name), values));
        }
    }
}
