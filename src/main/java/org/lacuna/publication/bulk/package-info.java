/**
 * The public record as files: CSV, NDJSON, Parquet, statements of reasons, signed and dated. Never holds what is redacted,
 * nor any file of a set that was not finished.
 */
package org.lacuna.publication.bulk;
