package org.lacuna.web;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.lacuna.page.language.Language;

/** In Chinese and, from the right, in Uyghur; a case in two scripts more. */
@QuarkusTest
class EveryPageInOtherLanguagesIT extends EveryPage {
    static Stream<Arguments> pages() {
        return Stream.of(
                        PageTypes.in(Language.SIMPLIFIED_CHINESE),
                        PageTypes.in(Language.UYGHUR),
                        PageTypes.only("case", Language.TIBETAN),
                        PageTypes.only("case", Language.RUSSIAN))
                .flatMap(each -> each);
    }
}
