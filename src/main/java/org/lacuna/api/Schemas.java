package org.lacuna.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.lacuna.publication.Parameter;
import org.lacuna.publication.Shape;

/** Writes schemas of the OpenAPI document (3.1: JSON Schema 2020-12). */
final class Schemas {
    private static final String COMMA = "\\s*,\\s*";

    private Schemas() {}

    /** Of one of these types. */
    static Schema of(Schema.SchemaType... types) {
        return OASFactory.createSchema().type(new ArrayList<>(List.of(types)));
    }

    static Schema nullable(Schema.SchemaType type) {
        return of(type, Schema.SchemaType.NULL);
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    static Schema array(Schema items) {
        return of(Schema.SchemaType.ARRAY).items(items);
    }

    /** An object of these fields, all of which are always there. */
    static Schema object(Object... namesAndSchemas) {
        Schema object = of(Schema.SchemaType.OBJECT);
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            object.addProperty((String) namesAndSchemas[i], (Schema) namesAndSchemas[i + 1])
                    .addRequired((String) namesAndSchemas[i]);
        }
        return object;
    }

    /** A query parameter; of several values it is an array, written with commas. */
    static Schema ofQuery(Parameter parameter) {
        Shape shape = parameter.shape();
        if (!shape.several()) {
            return one(shape);
        }
        Schema several = array(one(shape)).minItems(1);
        return shape.most() == Long.MAX_VALUE ? several : several.maxItems((int) shape.most());
    }

    /** The same as a member of a JSON object: several values are one text there, and a number may be one too. */
    static Schema ofMember(Parameter parameter) {
        Shape shape = parameter.shape();
        Schema schema =
                switch (shape.kind()) {
                    case NUMBER -> bounded(of(Schema.SchemaType.INTEGER, Schema.SchemaType.STRING), shape);
                    case FLAG ->
                        of(Schema.SchemaType.BOOLEAN, Schema.SchemaType.STRING)
                                .enumeration(List.of(true, false, "true", "false"));
                    case TEXT ->
                        shape.several()
                                ? of(Schema.SchemaType.STRING)
                                        .pattern("^" + single(shape) + "(" + COMMA + single(shape) + ")*$")
                                : one(shape);
                };
        return schema.description(described(parameter));
    }

    static String described(Parameter parameter) {
        return parameter.description() + ". Expected: " + parameter.expected() + ".";
    }

    private static Schema one(Shape shape) {
        return switch (shape.kind()) {
            case NUMBER -> bounded(of(Schema.SchemaType.INTEGER).format("int64"), shape);
            case FLAG -> of(Schema.SchemaType.BOOLEAN);
            case TEXT -> text(shape);
        };
    }

    private static Schema text(Shape shape) {
        Schema text = of(Schema.SchemaType.STRING);
        if (!shape.words().isEmpty()) {
            return text.enumeration(new ArrayList<>(shape.words()));
        }
        shape.pattern().ifPresent(pattern -> text.pattern("^" + pattern + "$"));
        return shape.several() || shape.most() == Long.MAX_VALUE ? text : text.maxLength((int) shape.most());
    }

    private static Schema bounded(Schema number, Shape shape) {
        return number.minimum(BigDecimal.valueOf(shape.least())).maximum(BigDecimal.valueOf(shape.most()));
    }

    private static String single(Shape shape) {
        return shape.pattern().orElseGet(() -> shape.words().stream().collect(Collectors.joining("|", "(", ")")));
    }
}
