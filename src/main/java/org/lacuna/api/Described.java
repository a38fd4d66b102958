package org.lacuna.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.lacuna.publication.CaseFilter;
import org.lacuna.publication.Parameter;

/**
 * Completes the OpenAPI document: the query parameters of each operation are those that its code reads, so that the
 * document cannot promise another filter than there is.
 */
public class Described implements OASFilter {
    private static final String KEY = "key";
    private static final Map<String, List<Parameter>> BY_OPERATION = byOperation();

    private static Map<String, List<Parameter>> byOperation() {
        Map<String, List<Parameter>> all = new LinkedHashMap<>();
        all.put("listCases", DocumentKind.CASES.parameters());
        all.put("readCase", List.of(Asked.AS_OF));
        all.put("listEntries", EntryLists.parameters(EntriesResource.EVERY));
        all.put("listStatements", EntryLists.parameters(EntriesResource.STATEMENTS));
        all.put("listObservations", EntryLists.parameters(EntriesResource.OBSERVATIONS));
        all.put("listIncidents", DocumentKind.INCIDENTS.parameters());
        all.put("readIncident", List.of(Asked.AS_OF));
        all.put("listChanges", ChangesResource.PARAMETERS);
        all.put("readEdition", List.of(Asked.AS_OF));
        all.put("search", SearchResource.PARAMETERS);
        all.put("listAlerts", AlertsResource.PARAMETERS);
        all.put("citation", List.of(CitationResource.STYLE, Asked.AS_OF));
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

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("/").description("This installation")));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key that raises the limits, or the token of a subscription; reading needs none"));
        document.setSecurity(List.of(
                OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme(KEY)));
        // a line has the fields of its type beside those of every line
        Optional.ofNullable(document.getComponents().getSchemas())
                .map(schemas -> schemas.get("Line"))
                .ifPresent(line -> {
                    line.removeProperty("own");
                    line.setAdditionalPropertiesBoolean(true);
                });
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(Described::describe));
    }

    private static void describe(Operation operation) {
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary());
        }
        refusals(operation);
        ListShapes.describe(operation);
        Optional.ofNullable(BY_OPERATION.get(operation.getOperationId()))
                .ifPresent(parameters -> operation.setParameters(Stream.concat(
                                Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                                        .filter(parameter -> parameter.getIn() != In.QUERY),
                                parameters.stream().map(Described::described))
                        .toList()));
    }

    /** What any operation can answer instead. */
    private static void refusals(Operation operation) {
        if (!operation.getResponses().hasAPIResponse("400")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "400",
                            OASFactory.createAPIResponse()
                                    .description(
                                            "Something in the request was not understood: problem details (RFC 9457) "
                                                    + "that name the parameter, what was expected and an example"));
        }
        operation
                .getResponses()
                .addAPIResponse(
                        "429", OASFactory.createAPIResponse().description("More than the limit; see `Retry-After`"));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter described(Parameter parameter) {
        return OASFactory.createParameter()
                .name(parameter.name())
                .in(In.QUERY)
                .description(parameter.description() + ". Expected: " + parameter.expected() + ".")
                .example(example(parameter))
                .schema(schema(parameter));
    }

    private static Object example(Parameter parameter) {
        return switch (parameter.form()) {
            case "integer" -> Long.valueOf(parameter.example());
            case "boolean" -> Boolean.valueOf(parameter.example());
            default -> parameter.example();
        };
    }

    /** Words are no enumeration there: several may stand in one value, with commas between them. */
    private static Schema schema(Parameter parameter) {
        return OASFactory.createSchema()
                .type(new ArrayList<>(List.of(
                        switch (parameter.form()) {
                            case "integer" -> Schema.SchemaType.INTEGER;
                            case "boolean" -> Schema.SchemaType.BOOLEAN;
                            default -> Schema.SchemaType.STRING;
                        })));
    }
}
