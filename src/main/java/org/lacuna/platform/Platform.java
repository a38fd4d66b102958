package org.lacuna.platform;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.shared.Digest;

/**
 * One platform as its file in {@code crawlers/} defines it.
 *
 * @param id the file's name without {@code .yaml}
 * @param hosts the host names whose URLs are this platform's, lower case, each exact
 * @param subjects how its subjects are recognised in a URL, tried in order; none if the file only names the platform
 * @param fetch how its pages are read; empty if they are not
 * @param control what must look alive before anything is concluded; present where there is {@code fetch}
 * @param identity where its pages show an id that outlasts a change of name, tried in order
 * @param rules tried in order, the first that fits wins; its own rule n is named {@code id#n}, from 1; rules
 *     used from {@code any-site} keep their names
 * @param headersAsked the headers that its rules ask for, in lower case
 * @param digest of the file's bytes, and of any-site's where that is another file: it changes when any rule may have
 *     changed; every observation carries it
 */
public record Platform(
        String id,
        String name,
        String about,
        URI home,
        Optional<URI> appeals,
        List<String> hosts,
        List<SubjectPattern> subjects,
        Optional<FetchPlan> fetch,
        Optional<Control> control,
        List<IdentityPlace> identity,
        List<Rule> rules,
        SortedSet<String> headersAsked,
        Digest digest) {
    public Platform {
        hosts = List.copyOf(hosts);
        subjects = List.copyOf(subjects);
        identity = List.copyOf(identity);
        rules = List.copyOf(rules);
        headersAsked = Collections.unmodifiableSortedSet(new TreeSet<>(headersAsked));
    }

    static SortedSet<String> headersAsked(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.when().headersAsked().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same platform with rules that are tried after its own. */
    Platform and(List<Rule> last, Digest withThem) {
        List<Rule> all = Stream.concat(rules.stream(), last.stream()).toList();
        return new Platform(
                id,
                name,
                about,
                home,
                appeals,
                hosts,
                subjects,
                fetch,
                control,
                identity,
                all,
                headersAsked(all),
                withThem);
    }

    /** The subject that this URL of the platform shows; empty if it shows none that the definition knows. */
    public Optional<Recognised.Subject> subjectIn(URI url) {
        return subjects.stream().flatMap(pattern -> pattern.in(url).stream()).findFirst();
    }

    /**
     * The id under which the platform keeps the subject of this answer, of at most 200 characters; empty if it shows
     * none.
     *
     * @throws PatternTooSlow if that cannot be found out in good time
     */
    public Optional<String> identityIn(Capture capture) {
        return identity.stream().flatMap(place -> place.in(capture).stream()).findFirst();
    }
}
