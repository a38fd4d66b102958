package org.lacuna.publication.bulk;

/** What a column holds, and what it is called by Frictionless Table Schema 2.0. */
enum Kind {
    /** A word, an id or a date as given: of our own making, and safe in a spreadsheet. */
    WORD("string"),
    /** Text that somebody else chose. */
    TEXT("string"),
    INTEGER("integer"),
    FLAG("boolean"),
    /** A calendar day (ISO 8601). */
    DAY("date"),
    /** A moment in UTC (RFC 3339), to the millisecond. */
    MOMENT("datetime"),
    /** Words; in CSV a JSON array. */
    LIST("array"),
    /** Anything else, as JSON. */
    JSON("any");

    private final String frictionless;

    Kind(String frictionless) {
        this.frictionless = frictionless;
    }

    String frictionless() {
        return frictionless;
    }
}
