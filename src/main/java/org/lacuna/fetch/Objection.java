package org.lacuna.fetch;

/** Why a URL is never asked. */
public record Objection(String expected, String found) {
    String sentence() {
        return "expected " + expected + ", found " + found;
    }
}
