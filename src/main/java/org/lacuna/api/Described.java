package org.lacuna.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.Style;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Shape;

/**
 * Completes the OpenAPI document: the query parameters of each operation are those that its code reads, so that the
 * document cannot promise another filter than there is.
 */
public class Described implements OASFilter {
    private static final String KEY = "key";
    private static final String API = "/api/";

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
        AnswerHeaders.declare(document.getComponents());
        document.getComponents().addSchema("Problem", problem());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method == PathItem.HttpMethod.GET, operation)));
    }

    private static void describe(String path, boolean reads, Operation operation) {
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary());
        }
        refusals(path, operation);
        ListShapes.describe(operation);
        RequestShapes.describe(operation);
        AnswerHeaders.describe(path, reads, operation);
        Operations.parameters(operation.getOperationId())
                .filter(parameters -> !parameters.isEmpty())
                .ifPresent(parameters -> operation.setParameters(Stream.concat(
                                Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream(),
                                parameters.stream().map(Described::described))
                        .toList()));
    }

    /** What any operation can answer instead; what it says of it itself stays. */
    private static void refusals(String path, Operation operation) {
        APIResponses answers = operation.getResponses();
        add(
                answers,
                "400",
                "Something in the request was not understood: problem details (RFC 9457) that name the parameter, what"
                        + " was expected and an example");
        if (path.startsWith(API)) {
            add(answers, "401", "A key that does not hold; reading needs none");
            add(answers, "429", "More than the limit; see `Retry-After`");
        }
        answers.getAPIResponses().forEach((status, answer) -> {
            if (isProblem(path, status) && answer.getContent() == null) {
                answer.setContent(OASFactory.createContent()
                        .addMediaType(
                                Problems.PROBLEM_JSON,
                                OASFactory.createMediaType().schema(Schemas.ref("Problem"))));
            }
        });
    }

    private static void add(APIResponses answers, String status, String description) {
        if (!answers.hasAPIResponse(status)) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** Beside the API other refusals are pages; what is left of something that is gone is a tombstone. */
    private static boolean isProblem(String path, String status) {
        return status.equals("400") || path.startsWith(API) && status.matches("[45].*") && !status.equals("410");
    }

    private static Schema problem() {
        Schema text = Schemas.of(Schema.SchemaType.STRING);
        return Schemas.object(
                        "type",
                        text,
                        "title",
                        text,
                        "status",
                        Schemas.of(Schema.SchemaType.INTEGER),
                        "detail",
                        Schemas.of(Schema.SchemaType.STRING)
                                .description("What was expected, what was found and what to do"))
                .addProperty(
                        "parameter",
                        Schemas.of(Schema.SchemaType.STRING)
                                .description("The query parameter, or the member of the body, that could not be read"))
                .addProperty("expected", Schemas.of(Schema.SchemaType.STRING).description("What it should have been"))
                .addProperty("example", Schemas.of(Schema.SchemaType.STRING).description("A value that would do"))
                .description("Problem details (RFC 9457)");
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter described(Parameter parameter) {
        var described = OASFactory.createParameter()
                .name(parameter.name())
                .in(In.QUERY)
                .description(Schemas.described(parameter))
                .schema(Schemas.ofQuery(parameter));
        if (parameter.shape().several()) {
            described.style(Style.FORM).explode(false);
        }
        parameter.example().ifPresent(example -> described.example(value(parameter.shape(), example)));
        return described;
    }

    private static Object value(Shape shape, String example) {
        return switch (shape.kind()) {
            case NUMBER -> Long.valueOf(example);
            case FLAG -> Boolean.valueOf(example);
            case TEXT -> shape.several() ? List.of(example.split(",")) : example;
        };
    }
}
