package org.lacuna.report;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.lacuna.publication.data.DataSet;
import org.lacuna.publication.data.Question;

/**
 * One thing that a report counts.
 *
 * @param name empty for the main one
 * @param question what is asked, with placeholders where it depends on the day
 */
@TemplateData
record Part(String name, DataSet data, Question question) {
    private static final String YEAR = "{year}";

    /** What is asked on a day. */
    Question on(LocalDate day) {
        Map<String, String> where = new TreeMap<>();
        question.where().forEach((key, value) -> where.put(key, value.replace(YEAR, String.valueOf(year(day)))));
        return new Question(question.dataSet(), question.by(), where);
    }

    /** The last year that was over at the end of the day. */
    static int year(LocalDate day) {
        return day.plusDays(1).getYear() - 1;
    }

    /** The same, asked of less where the data set can be narrowed so. */
    Part narrowed(Map<String, String> more) {
        Map<String, String> where = new TreeMap<>(question.where());
        more.forEach((key, value) -> {
            if (data.parameters().contains(key)) {
                where.put(key, value);
            }
        });
        return new Part(name, data, new Question(question.dataSet(), question.by(), where));
    }
}
