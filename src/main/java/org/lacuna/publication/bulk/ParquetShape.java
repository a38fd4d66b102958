package org.lacuna.publication.bulk;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** The schema of a table, for the encoders of columns and as it stands in a file (Parquet format, LogicalTypes.md). */
final class ParquetShape {
    private ParquetShape() {}

    static MessageType message(String name, List<Column> columns) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        columns.forEach(column -> message.addField(field(column)));
        return message.named(name);
    }

    private static org.apache.parquet.schema.Type field(Column column) {
        String name = column.name();
        return switch (column.kind()) {
            case WORD, TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case JSON ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.jsonType())
                        .named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case DAY ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case MOMENT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS))
                        .named(name);
            case LIST ->
                Types.requiredList()
                        .requiredElement(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
        };
    }

    /** The same, flattened depth first. */
    static List<SchemaElement> elements(String name, List<Column> columns) {
        List<SchemaElement> elements = new ArrayList<>();
        elements.add(new SchemaElement(name).setNum_children(columns.size()));
        for (Column column : columns) {
            SchemaElement element = new SchemaElement(column.name()).setRepetition_type(FieldRepetitionType.OPTIONAL);
            elements.add(element);
            switch (column.kind()) {
                case WORD, TEXT -> text(element);
                case JSON ->
                    element.setType(Type.BYTE_ARRAY)
                            .setConverted_type(ConvertedType.JSON)
                            .setLogicalType(LogicalType.JSON(new JsonType()));
                case INTEGER -> element.setType(Type.INT64);
                case FLAG -> element.setType(Type.BOOLEAN);
                case DAY ->
                    element.setType(Type.INT32)
                            .setConverted_type(ConvertedType.DATE)
                            .setLogicalType(LogicalType.DATE(new org.apache.parquet.format.DateType()));
                case MOMENT ->
                    element.setType(Type.INT64)
                            .setConverted_type(ConvertedType.TIMESTAMP_MILLIS)
                            .setLogicalType(LogicalType.TIMESTAMP(
                                    new TimestampType(true, TimeUnit.MILLIS(new MilliSeconds()))));
                case LIST -> {
                    element.setRepetition_type(FieldRepetitionType.REQUIRED)
                            .setNum_children(1)
                            .setConverted_type(ConvertedType.LIST)
                            .setLogicalType(LogicalType.LIST(new ListType()));
                    elements.add(new SchemaElement("list")
                            .setRepetition_type(FieldRepetitionType.REPEATED)
                            .setNum_children(1));
                    elements.add(text(new SchemaElement("element").setRepetition_type(FieldRepetitionType.REQUIRED)));
                }
            }
        }
        return elements;
    }

    private static SchemaElement text(SchemaElement element) {
        return element.setType(Type.BYTE_ARRAY)
                .setConverted_type(ConvertedType.UTF8)
                .setLogicalType(LogicalType.STRING(new StringType()));
    }
}
