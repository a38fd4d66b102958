package org.lacuna.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The walk of docs/api.md, as somebody types it who begins with an empty folder. */
final class Walk {
    private static final Pattern SECTION = Pattern.compile(
            "^## From the first request to a verified copy$(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LOOP = Pattern.compile("for (\\w+) in ([^;]+); do (.*); done");
    private static final Pattern ASSIGNED = Pattern.compile("^(\\w+)=|\\bfor (\\w+) in ");
    private static final Pattern USED = Pattern.compile("\\$\\{?(\\w+)");
    private static final Pattern KEPT = Pattern.compile("-o (\\S+)|-O \"\\S*/([^\"/]+)\"|> (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("\"\\$LACUNA[^\"]*\"");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w./-])([\\w-]+\\.(?:csv|ndjson|parquet|json|pem)|SHA256SUMS(?:\\.sig)?)(?![\\w.])");
    private static final Pattern READ_BY_PROGRAM = Pattern.compile("read\\w*(?:\\.csv)?\\(\"([^\"]+)\"");

    private final List<Step> steps;

    private Walk(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * One command, or one program.
     *
     * @param language of the program; empty for a command of the shell
     */
    record Step(String language, String text) {
        boolean isCommand() {
            return language.isEmpty();
        }

        Set<String> variablesUsed() {
            return isCommand() ? all(USED, text.replaceAll("'[^']*'", "")) : Set.of();
        }

        Set<String> variablesSet() {
            return isCommand() ? all(ASSIGNED, text) : Set.of();
        }

        Set<String> filesKept() {
            return isCommand() ? all(KEPT, unrolled()) : Set.of();
        }

        Set<String> filesRead() {
            return isCommand()
                    ? all(FILE, unrolled().replaceAll(KEPT.pattern(), "").replaceAll(ADDRESS.pattern(), ""))
                    : all(READ_BY_PROGRAM, text);
        }

        /** A loop as what it does, one after the other. */
        private String unrolled() {
            Matcher loop = LOOP.matcher(text);
            return loop.matches()
                    ? Stream.of(loop.group(2).strip().split(" "))
                            .map(word -> loop.group(3).replace("$" + loop.group(1), word))
                            .collect(Collectors.joining("\n"))
                    : text;
        }
    }

    static Walk read() throws IOException {
        return of(Files.readString(Path.of("docs/api.md")));
    }

    static Walk of(String page) {
        Matcher section = SECTION.matcher(page);
        if (!section.find()) {
            throw new AssertionError("expected a section 'From the first request to a verified copy', found none");
        }
        List<Step> steps = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(section.group(1)).results().toList()) {
            if (block.group(1).isEmpty()) {
                commands(block.group(2)).forEach(command -> steps.add(new Step("", command)));
            } else {
                steps.add(new Step(block.group(1), block.group(2)));
            }
        }
        return new Walk(steps);
    }

    List<Step> steps() {
        return steps;
    }

    /** Behind each prompt one, which goes on over lines that end in a bar or a stroke; the rest is what was printed. */
    private static List<String> commands(String block) {
        List<String> commands = new ArrayList<>();
        boolean goesOn = false;
        for (String line : block.lines().toList()) {
            if (goesOn) {
                int last = commands.size() - 1;
                commands.set(last, commands.get(last) + "\n" + line);
            } else if (line.startsWith("$ ")) {
                commands.add(line.substring(2));
            } else {
                continue;
            }
            goesOn = line.endsWith("|") || line.endsWith("\\");
        }
        return commands;
    }

    /** What the groups of a pattern hold wherever it is found. */
    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            for (int i = 1; i <= match.groupCount(); i++) {
                if (match.group(i) != null) {
                    found.add(match.group(i));
                }
            }
        }
        return found;
    }
}
