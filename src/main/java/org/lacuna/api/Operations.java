package org.lacuna.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;

/**
 * Which query parameters each operation takes. What is refused and what the OpenAPI document says are both read here; an
 * operation that does not stand here takes none.
 */
final class Operations {
    /** What stands behind these is an address of somebody else's, with a query of its own. */
    private static final List<String> OF_AN_ADDRESS = List.of("timeGate", "timeMap");

    private static final Map<String, List<Parameter>> BY_ID = byId();

    private Operations() {}

    private static Map<String, List<Parameter>> byId() {
        Map<String, List<Parameter>> all = new LinkedHashMap<>();
        all.put("listCases", DocumentKind.CASES.parameters());
        all.put("readCase", List.of(Asked.AS_OF));
        all.put("proveCase", List.of(Proofs.SEQUENCE));
        all.put("citation", List.of(CitationResource.STYLE, Asked.AS_OF));
        all.put("listEntries", EntryLists.parameters(EntriesResource.EVERY));
        all.put("listStatements", EntryLists.parameters(EntriesResource.STATEMENTS));
        all.put("listObservations", EntryLists.parameters(EntriesResource.OBSERVATIONS));
        all.put("listIncidents", DocumentKind.INCIDENTS.parameters());
        all.put("readIncident", List.of(Asked.AS_OF));
        all.put("readEdition", List.of(Asked.AS_OF));
        all.put("proveEdition", List.of(Proofs.SEQUENCE));
        all.put("listChanges", ChangesResource.PARAMETERS);
        all.put("search", SearchResource.PARAMETERS);
        all.put("listAlerts", AlertsResource.PARAMETERS);
        all.put("countStatistics", StatisticsResource.COUNTS);
        all.put("latencyStatistics", StatisticsResource.LATENCY);
        all.put("listPlatforms", PlatformsResource.LIST);
        all.put("readPlatform", PlatformsResource.ONE);
        all.put("describeDataset", DatasetResource.PARAMETERS);
        List<Parameter> followed = Stream.concat(CaseFilter.parameters().stream(), Stream.of(Asked.AS_OF))
                .toList();
        all.put("atomFeed", followed);
        all.put("jsonFeed", followed);
        return all;
    }

    /** In the order in which they are documented; empty if its query is not ours to read. */
    static Optional<List<Parameter>> parameters(String operation) {
        return OF_AN_ADDRESS.contains(operation)
                ? Optional.empty()
                : Optional.of(BY_ID.getOrDefault(operation, List.of()));
    }
}
