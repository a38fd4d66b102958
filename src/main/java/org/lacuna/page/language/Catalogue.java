package org.lacuna.page.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The texts of one language, from a plain file that a translator can edit: {@code key = text} line by line, in UTF-8. A
 * line {@code # unchecked} before a key says that no native reader has looked at its text yet. Where a text depends on a
 * number, its forms stand side by side: {@code {count} case | {count} cases}.
 */
public final class Catalogue {
    static final String UNCHECKED = "# unchecked";
    private static final String COUNT = "{count}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    private static final Pattern LEFT_OVER = Pattern.compile("[<>&{}\\\\]|%s|\\p{Cntrl}");

    private final String file;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> unchecked = new LinkedHashSet<>();

    private Catalogue(String file) {
        this.file = file;
    }

    /**
     * The texts of a language.
     *
     * @param folder of the class path, with a slash at both ends
     * @throws IllegalStateException if there is none, or naming the line that is not of the form
     */
    public static Catalogue of(String folder, Language language) {
        String file = folder + language.tag() + ".properties";
        try (InputStream in = Optional.ofNullable(Catalogue.class.getResourceAsStream(file))
                        .orElseThrow(
                                () -> new IllegalStateException("expected the catalogue " + file + ", found none"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(file, lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException naming the line that is not of the form */
    public static Catalogue read(String file, List<String> lines) {
        Catalogue catalogue = new Catalogue(file);
        boolean next = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                next = line.equals(UNCHECKED);
                continue;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            String text = line.substring(equals + 1).strip();
            if (key.isEmpty() || text.isEmpty() || catalogue.texts.put(key, text) != null) {
                throw new IllegalStateException(
                        "%s:%d: expected a new key, “=” and its text, found something else".formatted(file, i + 1));
            }
            if (next) {
                catalogue.unchecked.add(key);
            }
            next = false;
        }
        return catalogue;
    }

    /** What is wrong with it beside the one it was translated from; empty if nothing is. */
    public List<String> faults(Language language, Catalogue source) {
        List<String> faults = new ArrayList<>();
        source.texts.keySet().stream()
                .filter(key -> !texts.containsKey(key))
                .forEach(key -> faults.add(file + ": expected the key " + key + ", found none"));
        texts.forEach((key, text) -> {
            if (!source.texts.containsKey(key)) {
                faults.add(file + ": expected no key " + key + ", which the English file lacks");
            } else {
                Set<String> expected = placeholders(source.text(key));
                for (int form = 0; form < forms(text).size(); form++) {
                    Set<String> found = placeholders(forms(text).get(form));
                    if (form == 0 && forms(text).size() > 1 && language.saysOne()) {
                        // “every day | every {count} days”
                        expected.stream().filter(COUNT::equals).forEach(found::add);
                    }
                    if (!found.equals(expected)) {
                        faults.add("%s: expected in %s the placeholders %s, found %s"
                                .formatted(file, key, expected, found));
                    }
                }
                int most =
                        forms(source.text(key)).size() > 1 ? language.plurals().size() : 1;
                if (forms(text).size() != 1 && forms(text).size() != most) {
                    faults.add("%s: expected in %s one form, or one for each of %s, found %d"
                            .formatted(
                                    file, key, language.plurals(), forms(text).size()));
                }
            }
            if (LEFT_OVER.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
                faults.add(file + ": expected plain text in " + key + ", found markup or a broken placeholder");
            }
        });
        return faults;
    }

    /** @throws IllegalArgumentException if there is none */
    public String text(String key) {
        return Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalArgumentException(file + " has no text for " + key));
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** In their order. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /** Keys of texts that no native reader has looked at. */
    public Set<String> unchecked() {
        return unchecked;
    }

    /** What a text says of one, of several …; one form alone is right for any number. */
    static List<String> forms(String text) {
        return List.of(text.split(" \\| "));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(TreeSet::new, Set::add, Set::addAll);
    }
}
