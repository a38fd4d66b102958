package org.lacuna.platform;

import java.util.stream.Stream;

/** Definitions with one mistake each, and what the error must say about it. */
final class Mistakes {
    static final String SOUND = """
            id: sample
            name: Sample
            about: A platform that does not exist.
            home: https://sample.example/
            hosts: [ sample.example ]
            subject: { kind: account, id: "/(@[a-z]+)" }
            fetch: { page: "https://sample.example/{id}", every: 6h, at-most: 10 per minute }
            control: { id: "@alive", says: available }
            detect:
              - says: not-found
                when: { status: 404 }
              - says: available
                when: { status: 200, element: "meta[name=profile]" }
            otherwise: unclear
            examples:
              - { page: examples/sample/gone.html, status: 404, says: not-found }
            """;

    private Mistakes() {}

    /**
     * @param line where the reader must point
     * @param says a part of what it must say
     * @param seenBySchema whether a JSON Schema can see it too
     */
    record Mistake(String name, String yaml, int line, String says, boolean seenBySchema) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> all() {
        return Stream.of(
                swap("an unknown key", "name: Sample", "nmae: Sample", 1, "the key 'name' is missing"),
                swap("a key too many", "name: Sample", "name: Sample\nowner: me", 3, "unknown key 'owner'"),
                swap("a key in a rule", "    when: { status: 404 }", "    when: { stauts: 404 }", 11, "'stauts'"),
                unseen("a key twice", "name: Sample", "name: Sample\nname: Other", 3, "key 'name' stands twice"),
                swap("another id", "id: sample", "id: Sample", 1, "the file's name without .yaml"),
                swap("an unknown outcome", "says: not-found\n", "says: gone\n", 10, "found 'gone'"),
                swap("no answer as a rule", "says: not-found\n", "says: no-answer\n", 10, "no-answer"),
                swap("otherwise guessed", "otherwise: unclear", "otherwise: removed", 14, "expected unclear"),
                swap("otherwise left out", "otherwise: unclear\n", "", 1, "otherwise"),
                unseen("a costly selector", "meta[name=profile]", "h1 ~ p", 13, "without ~"),
                swap("a status of two digits", "status: 404 }\n", "status: 40 }\n", 11, "three digits"),
                unseen("a broken selector", "meta[name=profile]", "meta[name=", 13, "expected a CSS selector"),
                unseen("a broken pattern", "/(@[a-z]+)", "/(@[a-z+", 6, "Unclosed"),
                swap("a pattern without a group", "/(@[a-z]+)", "/@[a-z]+", 6, "group ( )"),
                swap("an unknown kind", "kind: account", "kind: planet", 6, "found 'planet'"),
                swap("a page without id", "sample.example/{id}", "sample.example/", 7, "{id}"),
                swap("an odd pace", "every: 6h", "every: often", 7, "found 'often'"),
                swap("no pace", ", at-most: 10 per minute", "", 7, "'at-most' is missing"),
                swap("another way to fetch", "10 per minute }", "10 per minute, with: telnet }", 7, "found 'telnet'"),
                unseen("no control", "control: { id: \"@alive\", says: available }\n", "", 1, "go together"),
                unseen("a control that climbs", "id: \"@alive\"", "id: \"../alive\"", 8, "a subject's id"),
                swap("a host with a scheme", "[ sample.example ]", "[ \"https://sample.example\" ]", 5, "host name"),
                swap("a host twice", "[ sample.example ]", "[ sample.example, sample.example ]", 5, "once"),
                swap("an appeal without https", "home: https:", "home: http:", 4, "expected an https URL"),
                swap("an empty rule", "{ status: 404 }", "{}", 11, "expected a condition"),
                swap("words without a place", "{ status: 404 }", "{ status: 404, contains: gone }", 11, "'contains'"),
                unseen(
                        "words with two places",
                        "{ status: 404 }",
                        "{ header: a, element: b, contains: c }",
                        11,
                        "'contains'"),
                swap("two things to be", "{ status: 404 }", "{ json: /a, is: b, contains: c }", 11, "found several"),
                swap("to be nowhere", "{ status: 404 }", "{ status: 404, is: gone }", 11, "unknown key 'is'"),
                swap("a pattern nowhere", "{ status: 404 }", "{ status: 404, matches: gone }", 11, "unknown key"),
                swap("a pointer that is none", "{ status: 404 }", "{ json: code }", 11, "expected a JSON pointer"),
                unseen("a name of no data", "{ status: 404 }", "{ json: /a, of: x }", 11, "a name given under 'data'"),
                swap("a name and a place", "{ status: 404 }", "{ json: /a, of: x, in: y }", 11, "'of' or 'in'"),
                swap(
                        "an id nowhere",
                        "detect:",
                        "identity: [ { matches: \"(a)\" } ]\ndetect:",
                        9,
                        "'json' or 'element'"),
                unseen(
                        "an id in two parts",
                        "detect:",
                        "identity: { element: a, matches: \"(a)(b)\" }\ndetect:",
                        9,
                        "one group"),
                swap("a stable page without id", "every:", "by-identity: \"https://a.example/\", every:", 7, "{id}"),
                swap("a length in words", "{ status: 404 }", "{ shows-at-most: few }", 11, "a number of characters"),
                swap("a host without a name", "sample.example/{id}", "{host}/x", 7, "{id}"),
                swap("a list as a name", "name: Sample", "name: [ Sample ]", 2, "found a list"),
                swap("a text as a rule", "detect:", "detect: nothing\nignored:", 9, "expected keys and values"),
                unseen("a rule inside itself", "{ status: 404 }", "&x { any: [ *x ] }", 1, "aliases"),
                unseen("no YAML", "name: Sample", "name: { Sample", 3, "expected YAML"),
                unseen(
                        "rules of another",
                        "- says: not-found\n",
                        "- use: youtube\n  - says: not-found\n",
                        10,
                        "any-site"));
    }

    static Stream<Mistake> seenBySchema() {
        return all().filter(Mistake::seenBySchema);
    }

    private static Mistake swap(String name, String sound, String wrong, int line, String says) {
        return new Mistake(name, replaced(sound, wrong), line, says, true);
    }

    private static Mistake unseen(String name, String sound, String wrong, int line, String says) {
        return new Mistake(name, replaced(sound, wrong), line, says, false);
    }

    private static String replaced(String sound, String wrong) {
        if (!SOUND.contains(sound)) {
            throw new IllegalArgumentException("the sound definition does not contain: " + sound);
        }
        int at = SOUND.indexOf(sound);
        return SOUND.substring(0, at) + wrong + SOUND.substring(at + sound.length());
    }
}
