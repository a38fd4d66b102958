package org.lacuna.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.shared.Fields;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes an incident in the format that {@link RecordReader} reads; the same incident always gives the same bytes. */
final class RecordWriter {
    private final Yaml yaml;

    RecordWriter() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(110);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        yaml = new Yaml(options);
    }

    String write(Incident incident, Marks marks) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("incident", incident.slug());
        top.put("title", incident.title());
        top.put("summary", incident.summary());
        top.put("sources", incident.sources().stream().map(RecordWriter::source).toList());
        top.put("cases", incident.cases().stream().map(RecordWriter::oneCase).toList());
        top.putAll(marks.asMap());
        return yaml.dump(top);
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", source.id());
        map.put("publisher", source.publisher());
        map.put("title", source.title());
        map.put("url", source.url().orElse(null));
        map.put("published", source.published().map(Object::toString).orElse(null));
        map.put("language", source.language());
        source.archived().ifPresent(digest -> map.put("archived", digest.toString()));
        return map;
    }

    private static Map<String, Object> oneCase(Case written) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("kind", written.subject().kind());
        subject.put("name", written.subject().name());
        subject.put("url", written.subject().url().orElse(null));
        subject.put("based-in", written.subject().basedIn().orElse(null));
        subject.put("topics", new ArrayList<>(written.subject().topics()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("case", written.slug());
        map.put("platform", written.platform().orElse(null));
        map.put("subject", subject);
        written.verification().ifPresent(level -> map.put("verification", level.word()));
        map.put("entries", written.entries().stream().map(RecordWriter::entry).toList());
        if (!written.conflicts().isEmpty()) {
            map.put(
                    "conflicts",
                    written.conflicts().stream().map(RecordWriter::conflict).toList());
        }
        return map;
    }

    private static Map<String, Object> entry(Entry entry) {
        Head head = entry.head();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", entry.type());
        map.put("id", head.id());
        map.put("date", head.date().toString());
        entry.own()
                .forEach((key, value) ->
                        map.put(Fields.kebab(key), value instanceof List<?> list ? new ArrayList<>(list) : value));
        map.put("text", head.text());
        map.put("sources", new ArrayList<>(head.sources()));
        if (!head.disputed().isEmpty()) {
            map.put("disputed", disputed(head));
        }
        head.recorded().ifPresent(at -> map.put("recorded", at.toString()));
        return map;
    }

    private static List<Map<String, Object>> disputed(Head head) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Head.Disputed other : head.disputed()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("field", other.field());
            map.put("value", other.value());
            map.put("sources", new ArrayList<>(other.sources()));
            list.add(map);
        }
        return list;
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Conflict.Value side : conflict.values()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("value", side.value());
            map.put("sources", new ArrayList<>(side.sources()));
            values.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("about", conflict.about());
        map.put("values", values);
        return map;
    }
}
