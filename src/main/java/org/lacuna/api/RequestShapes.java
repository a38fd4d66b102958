package org.lacuna.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.lacuna.api.hooks.Wish;
import org.lacuna.publication.CaseFilter;

/** The bodies of requests for the OpenAPI document, from what reads them. */
final class RequestShapes {
    private static final Map<String, Wish> BY_OPERATION =
            Map.of("subscribe", Wish.NEW, "changeWebhook", Wish.CHANGE, "replayWebhook", Wish.REPLAY);

    private RequestShapes() {}

    static void describe(Operation operation) {
        Optional.ofNullable(BY_OPERATION.get(operation.getOperationId()))
                .ifPresent(wish -> operation.setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Answers.JSON,
                                        OASFactory.createMediaType()
                                                .schema(schema(wish))
                                                .example(example(wish))))));
    }

    private static Schema schema(Wish wish) {
        Schema object = Schemas.of(Schema.SchemaType.OBJECT).additionalPropertiesBoolean(false);
        wish.members().forEach(member -> object.addProperty(member.name(), schema(member)));
        wish.needed().forEach(object::addRequired);
        return object;
    }

    private static Schema schema(Wish.Member member) {
        Schema schema =
                switch (member.kind()) {
                    case URL ->
                        Schemas.of(Schema.SchemaType.STRING).format("uri").maxLength(Wish.LONGEST_URL);
                    case FILTER -> filter();
                    case NUMBER ->
                        Schemas.of(Schema.SchemaType.INTEGER).format("int64").minimum(BigDecimal.ZERO);
                    case STATE -> Schemas.of(Schema.SchemaType.STRING).enumeration(List.copyOf(Wish.STATES));
                };
        return schema.description("Expected: " + member.expected() + ".");
    }

    private static Schema filter() {
        Schema filter = Schemas.of(Schema.SchemaType.OBJECT).additionalPropertiesBoolean(false);
        CaseFilter.parameters().forEach(parameter -> filter.addProperty(parameter.name(), Schemas.ofMember(parameter)));
        return filter;
    }

    private static Object example(Wish wish) {
        try {
            return new ObjectMapper().readValue(wish.example(), Object.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an example of a request does not read as JSON", broken);
        }
    }
}
