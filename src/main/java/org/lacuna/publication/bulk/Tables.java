package org.lacuna.publication.bulk;

import java.util.List;

/** All tables, in the order in which a data package lists them. */
final class Tables {
    static final List<Table> ALL = List.of(
            CaseTables.cases(),
            CaseTables.restrictions(),
            LineTables.entries(),
            LineTables.sources(),
            LineTables.observations());

    private Tables() {}
}
