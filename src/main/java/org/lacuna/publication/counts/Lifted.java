package org.lacuna.publication.counts;

/**
 * The year or month in which a restriction was lifted in full, as SQL; null where it was not. How long it lasted and when it
 * began tell the days of the lift, unless the two dates overlap: then the lines of the case are asked, and only what all
 * lines say that fit is taken.
 */
final class Lifted {
    private static final String RESTRICTION = """
            CASE WHEN r.lasted = 'ended' THEN CASE
                WHEN left((CASE WHEN r.least > 0 THEN r.latest + r.least ELSE r.earliest END)::text, LENGTH)
                    = left((r.earliest + r.most)::text, LENGTH)
                THEN left((r.earliest + r.most)::text, LENGTH)
                ELSE coalesce((SELECT CASE WHEN min(l.time) = max(l.time) THEN min(l.time) END
                    FROM (SELECT CASE WHEN left(greatest(lower(e.span), r.earliest)::text, LENGTH)
                                = left((upper(e.span) - 1)::text, LENGTH)
                            THEN left((upper(e.span) - 1)::text, LENGTH) ELSE 'UNCERTAIN' END AS time
                        FROM public_entry e
                        WHERE e.sequence = r.sequence AND e.type = 'restriction-lifted'
                            AND greatest(0, lower(e.span) - r.latest) = r.least
                            AND upper(e.span) - 1 - r.earliest IS NOT DISTINCT FROM r.most) l), 'UNCERTAIN')
                END END""".replace("UNCERTAIN", CountRows.UNCERTAIN);

    private static final String CASE = """
            ARRAY(SELECT DISTINCT t.time FROM (SELECT %s AS time FROM counted_restriction r
                WHERE r.sequence = p.sequence) t WHERE t.time IS NOT NULL ORDER BY t.time)""".formatted(RESTRICTION);

    private Lifted() {}

    /** @param length of a day's beginning that is asked for: of its year or its month */
    static String ofRestriction(int length) {
        return RESTRICTION.replace("LENGTH", String.valueOf(length));
    }

    /** All there are in a case. */
    static String ofCase(int length) {
        return CASE.replace("LENGTH", String.valueOf(length));
    }
}
