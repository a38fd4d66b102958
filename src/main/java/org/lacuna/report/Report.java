package org.lacuna.report;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder under {@code reports/} says in its {@code report.yaml}.
 *
 * @param id the folder's name
 * @param question that it answers
 * @param parts what it counts; the main one, if there is one, comes first and has no name
 * @param includes ids of reports whose articles stand in this one's
 * @param where what included reports are narrowed by, besides what they say themselves
 * @param formats in which it can be had
 * @param publish when an edition is due, as a Quartz cron expression in UTC
 * @param limits what it cannot say
 */
@TemplateData
public record Report(
        String id,
        String title,
        String question,
        List<Part> parts,
        List<String> includes,
        Map<String, String> where,
        List<String> formats,
        String publish,
        String limits) {
    public Report {
        parts = List.copyOf(parts);
        includes = List.copyOf(includes);
        formats = List.copyOf(formats);
    }

    /** The formats, other than the page itself, in which it can be had as it stands now. */
    public List<String> live() {
        return formats.stream()
                .filter(format -> !format.equals("html") && !format.equals("pdf"))
                .toList();
    }

    /** Whether it can be had in this format. */
    public boolean has(String format) {
        return formats.contains(format);
    }

    /** Whether it counts persons itself, so that small counts are withheld. */
    boolean persons() {
        return parts.stream().anyMatch(part -> part.data().persons());
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The same report, narrowed as one that includes it wants. */
    Report within(Report including) {
        return new Report(
                id,
                title,
                question,
                parts.stream().map(part -> part.narrowed(including.where)).toList(),
                includes,
                where,
                formats,
                publish,
                limits);
    }
}
