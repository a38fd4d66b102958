package org.lacuna.publication.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkimTest {
    private static final String DOCUMENT = """
            {"conflicts":[{"about":"the day","values":[{"value":"1"}]}],
             "files":[{"digest":"sha256:00","title":"A letter"}],
             "firstRecorded":"2020-06-10T00:00:00.000Z","incident":"an-incident",
             "lastChanged":"2020-06-12T00:00:00.000Z","observed":{"confirmed":"2020-06-11T00:00:00.000Z","outcome":"gone"},
             "platform":{"id":"zoom","name":"Zoom"},
             "restrictions":[
               {"demandedBy":{"government":"CN"},"id":"e1","imposed":{"earliest":"2020-06-01","latest":"2020-06-03"},
                "measure":"DECISION_ACCOUNT_SUSPENDED","scope":["worldwide"]},
               {"demandedBy":{"company":"Somebody"},"id":"e2","imposed":{"earliest":"2020-06-02","latest":"2020-06-02"},
                "measure":"DECISION_VISIBILITY_CONTENT_REMOVED","scope":["CN","US"]}],
             "salt":"00112233","sequence":7,"slug":"a-case",
             "sources":[{"id":"an-incident/s1","title":"A title","publisher":"A paper"}],
             "splitInto":["another"],"status":"restored",
             "subject":{"basedIn":"US","kind":"account","name":"A name","redacted":{"reason":"x"},"topics":["history"],
               "url":"https://zoom.us/a"},
             "timeline":[{"id":"e1","text":"] } { [ \\" é 六四"},{"id":"e2"},{"id":"e3","sources":["an-incident/s1"]}],
             "title":"A title","verification":"verified","verificationReason":"We saw it"}
            """;

    @Test
    void no_cell_of_the_table_of_cases_is_another_than_of_the_whole_document() throws Exception {
        byte[] body = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        JsonNode whole = new ObjectMapper().readTree(body);
        JsonNode skimmed = Skim.of(body);
        List<Column> columns = CaseTables.cases().columns();

        assertThat(columns).allSatisfy(column -> {
            JsonNode value = column.value().apply(new Row(skimmed, skimmed, 1));
            assertThat(value).as(column.name()).isEqualTo(column.value().apply(new Row(whole, whole, 1)));
            assertThat(column.isEmpty(value)).as(column.name()).isFalse();
        });
        assertThat(skimmed.has("sources")).isFalse();
    }
}
