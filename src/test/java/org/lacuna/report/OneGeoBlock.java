package org.lacuna.report;

import org.lacuna.shared.TextFile;

/** An incident of one case, whose content one government has kept from its country. */
public final class OneGeoBlock {
    private OneGeoBlock() {}

    /** @param incident its id, and with {@code -case} behind it the slug of its case */
    public static TextFile of(String incident) {
        return new TextFile(incident + ".yaml", """
                incident: %1$s
                title: A title
                summary: A summary
                sources:
                - { id: paper, publisher: Paper, title: Closed, url: "https://paper.example/1", published: null, language: en }
                cases:
                - case: %1$s-case
                  platform: zoom
                  subject: { kind: account, name: Somebody, url: null, based-in: US, topics: [] }
                  entries:
                  - type: restriction-imposed
                    id: r1
                    date: "2020-06-07"
                    measure: DECISION_VISIBILITY_CONTENT_DISABLED
                    scope: [ CN ]
                    demanded-by: { government: CN }
                    text: It was kept from China.
                    sources: [ paper ]
                    disputed: []
                """.formatted(incident));
    }
}
