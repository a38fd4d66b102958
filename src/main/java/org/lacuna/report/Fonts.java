package org.lacuna.report;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fonts that a PDF is set in: files of the machine, since none with all of these scripts comes as a dependency. What
 * cannot be set is refused with the name of a package, and never left out or replaced by boxes.
 */
@Singleton
class Fonts {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final int DEEP = 6;

    private static final Set<UnicodeScript> ANYWHERE =
            EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

    /** In the order in which they are tried for each character. */
    private static final List<Family> FAMILIES = List.of(
            new Family(
                    "DejaVu Sans",
                    Map.of(REGULAR, List.of("DejaVuSans.ttf"), BOLD, List.of("DejaVuSans-Bold.ttf")),
                    EnumSet.of(
                            UnicodeScript.LATIN,
                            UnicodeScript.GREEK,
                            UnicodeScript.CYRILLIC,
                            UnicodeScript.ARABIC,
                            UnicodeScript.HEBREW,
                            UnicodeScript.ARMENIAN,
                            UnicodeScript.GEORGIAN),
                    "fonts-dejavu-core"),
            new Family(
                    "Droid Sans Fallback",
                    Map.of(REGULAR, List.of("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf")),
                    EnumSet.of(
                            UnicodeScript.HAN,
                            UnicodeScript.HIRAGANA,
                            UnicodeScript.KATAKANA,
                            UnicodeScript.HANGUL,
                            UnicodeScript.BOPOMOFO),
                    "fonts-droid-fallback"),
            new Family(
                    "Noto Serif Tibetan",
                    Map.of(
                            REGULAR,
                            List.of("NotoSerifTibetan-Regular.ttf"),
                            BOLD,
                            List.of("NotoSerifTibetan-Bold.ttf")),
                    EnumSet.of(UnicodeScript.TIBETAN),
                    "fonts-noto-core"),
            new Family(
                    "Noto Sans Thai",
                    Map.of(REGULAR, List.of("NotoSansThai-Regular.ttf"), BOLD, List.of("NotoSansThai-Bold.ttf")),
                    EnumSet.of(UnicodeScript.THAI),
                    "fonts-noto-core"),
            new Family(
                    "Noto Sans Myanmar",
                    Map.of(REGULAR, List.of("NotoSansMyanmar-Regular.ttf"), BOLD, List.of("NotoSansMyanmar-Bold.ttf")),
                    EnumSet.of(UnicodeScript.MYANMAR),
                    "fonts-noto-core"));

    private final List<Path> folders;

    Fonts(ReportSettings settings) {
        this.folders = settings.fonts();
    }

    /**
     * A font family.
     *
     * @param files by weight, the names under which its file is known
     * @param scripts that it has whole
     * @param packaged the Debian package that brings it
     */
    private record Family(String name, Map<Integer, List<String>> files, Set<UnicodeScript> scripts, String packaged) {}

    /** A file to set in. */
    record Font(String family, int weight, Path file) {}

    /** A script has no font; the message says what would help. */
    static final class NoFont extends Pdf.NotSet {
        NoFont(String message) {
            super(message, null);
        }
    }

    /**
     * The fonts for a text, in the order in which they are tried.
     *
     * @throws NoFont if a script in it has none
     */
    List<Font> of(String text) {
        Set<UnicodeScript> wanted = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !ANYWHERE.contains(script))
                .collect(Collectors.toCollection(() -> EnumSet.of(UnicodeScript.LATIN)));
        List<Font> found = new ArrayList<>();
        List<Family> used = FAMILIES.stream()
                .filter(family -> family.scripts().stream().anyMatch(wanted::contains))
                .toList();
        Map<String, Path> there = there(used);
        for (Family family : used) {
            List<Font> fonts = family.files().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(
                            entry -> first(there, entry.getValue())
                                    .map(file -> new Font(family.name(), entry.getKey(), file))
                                    .stream())
                    .toList();
            if (fonts.isEmpty()) {
                throw new NoFont("expected the font " + family.name() + " in " + folders + " for "
                        + family.scripts().stream().filter(wanted::contains).toList()
                        + ", found none; install it (Debian: " + family.packaged()
                        + ") or name its folder in lacuna.reports.fonts");
            }
            found.addAll(fonts);
            wanted.removeAll(family.scripts());
        }
        if (!wanted.isEmpty()) {
            throw new NoFont("expected text in scripts that a PDF can be set in, found " + wanted
                    + "; add a font for it to report.Fonts, or leave pdf out of the report's formats");
        }
        return found;
    }

    private static Optional<Path> first(Map<String, Path> there, List<String> names) {
        return names.stream().filter(there::containsKey).map(there::get).findFirst();
    }

    private Map<String, Path> there(List<Family> families) {
        Set<String> names = families.stream()
                .flatMap(family -> family.files().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> in(folder, names).stream())
                .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file, (one, other) -> one));
    }

    private static List<Path> in(Path folder, Set<String> names) {
        try (Stream<Path> files = Files.walk(folder, DEEP)) {
            return files.filter(file -> names.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not look for fonts in " + folder, unreadable);
        }
    }
}
