package org.lacuna.cases;

import java.util.List;
import java.util.Optional;
import org.lacuna.shared.Countries;

/**
 * What is hit.
 *
 * @param kind one of {@link Vocabulary#SUBJECTS}
 * @param url where it stands or stood, an http or https address
 * @param basedIn ISO 3166 code of the country where the person or group lives
 * @param topics free tags such as {@code june-fourth}
 */
public record Subject(String kind, String name, Optional<String> url, Optional<String> basedIn, List<String> topics) {

    public Subject {
        Vocabulary.check("a kind of subject", Vocabulary.SUBJECTS, kind);
        Texts.check("name", name);
        url.ifPresent(Texts::checkAddress);
        topics.forEach(topic -> Texts.check("topic", topic));
        basedIn.ifPresent(Countries::check);
        topics = List.copyOf(topics);
    }
}
