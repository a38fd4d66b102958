package org.lacuna.platform.community;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values as they stand in a file of ours: JSON on one line, which is YAML as well. */
final class Written {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Written() {}

    /** A map in this order, without what is empty. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static String line(Object value) {
        try {
            return visible(JSON.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists and texts can be written", impossible);
        }
    }

    /** YAML refuses some characters (1.1 §5.1) and takes others for the end of a line. */
    private static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            boolean plain = c >= ' ' && c < 0x7f
                    || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029 && Character.getType(c) != Character.FORMAT
                    || c >= 0xe000 && c < 0xfff0 && c != 0xfeff;
            out.append(plain ? String.valueOf((char) c) : "\\u%04x".formatted(c));
        });
        return out.toString();
    }
}
