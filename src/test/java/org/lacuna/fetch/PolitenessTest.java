package org.lacuna.fetch;

class PolitenessTest extends TurnsContract {
    private final Turns turns = new Politeness();

    @Override
    Turns turns() {
        return turns;
    }
}
