package org.lacuna.desk.door;

/** What an editor has to do before anything else. */
enum Due {
    /** The password was made by somebody else. */
    PASSWORD("/desk/password"),
    /** There is no second step yet. */
    SECOND_STEP("/desk/second-step"),
    NOTHING("/desk");

    private final String page;

    Due(String page) {
        this.page = page;
    }

    /** Where it is done. */
    String page() {
        return page;
    }
}
