package org.lacuna.page.chart;

/**
 * The colours of charts. In a file of its own a chart has these (light ground); inside a page the stylesheet gives each
 * class the page's own colour, light or dark. Every chart also says by shape, dash or word what it says by colour.
 */
enum Ink {
    TEXT("ink", "#1d1b18"),
    QUIET("quiet", "#5a554c"),
    RULE("rule", "#d8d2c4"),
    GROUND("ground", "#ffffff"),
    LOSS("loss", "#8c1d18"),
    BACK("back", "#1e5c3a"),
    SEEN("seen", "#17507a"),
    DOUBT("doubt", "#6f4700"),
    WASH("wash", "#f2efe6");

    private final String name;
    private final String colour;

    Ink(String name, String colour) {
        this.name = name;
        this.colour = colour;
    }

    /** Attributes that fill a shape with it. */
    String fill() {
        return "class=\"f-" + name + "\" fill=\"" + colour + "\"";
    }

    /** Attributes that draw a line with it, and fill nothing. */
    String stroke(double width) {
        return "class=\"s-" + name + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\""
                + Drawing.number(width) + "\"";
    }

    /** Attributes of a shape that is filled with the ground and has an outline in this colour. */
    String outline(double width) {
        return "class=\"f-" + GROUND.name + " s-" + name + "\" fill=\"" + GROUND.colour + "\" stroke=\"" + colour
                + "\" stroke-width=\"" + Drawing.number(width) + "\"";
    }
}
