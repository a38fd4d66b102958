package org.lacuna.api.copies;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Where the answer to a question may be remembered: with the copy that it was made of. */
@Singleton
final class KeptAnswers {
    private final Copies cases;
    private final TileCopies tiles;
    private final PageCopies pages;

    KeptAnswers(Copies cases, TileCopies tiles, PageCopies pages) {
        this.cases = cases;
        this.tiles = tiles;
        this.pages = pages;
    }

    /** @param scheme by which it was asked */
    Optional<Answer> find(Question question, String scheme) {
        return copy(question, scheme).flatMap(copy -> copy.answer(question));
    }

    private Optional<Remembered> copy(Question question, String scheme) {
        if (question.isForCase()) {
            return cases.find(question.slug()).map(Copy::remembered);
        }
        return question.isForTile()
                ? tiles.find(question.path()).map(TileCopies.Tile::remembered)
                : pages.findAgain(PageCopies.address(scheme, question.host(), question.path()))
                        .map(PageCopy::remembered);
    }
}
