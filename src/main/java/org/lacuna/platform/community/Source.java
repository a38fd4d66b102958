package org.lacuna.platform.community;

import java.util.List;

/**
 * A project whose rules we can read.
 *
 * @param name as readers know it
 * @param origin as rule names and the file's name show it
 * @param prefix of the ids of its platforms, so that none is taken for one of ours
 * @param licence under which its rules may be used and passed on
 * @param attribution lines for the head of the file
 */
public record Source(String name, String origin, String prefix, String licence, List<String> attribution) {
    static final Source WHATS_MY_NAME = new Source(
            "WhatsMyName",
            "whatsmyname",
            "wmn-",
            "CC BY-SA 4.0",
            List.of(
                    "Made from the rules of WhatsMyName, copyright (C) Micah Hoffman and contributors,",
                    "https://github.com/WebBreacher/WhatsMyName, under the Creative Commons Attribution-ShareAlike 4.0",
                    "International License, https://creativecommons.org/licenses/by-sa/4.0/. Changed: put into another",
                    "format, some left out. This file may be passed on under the same licence."));
    static final Source SHERLOCK = new Source(
            "Sherlock",
            "sherlock",
            "sherlock-",
            "MIT",
            List.of(
                    "Made from the rules of Sherlock, copyright (c) Sherlock Project contributors,",
                    "https://github.com/sherlock-project/sherlock, under the MIT License,",
                    "https://opensource.org/license/mit. Changed: put into another format, some left out."));
    static final Source OONI = new Source(
            "OONI",
            "ooni",
            "ooni-",
            "BSD-3-Clause",
            List.of(
                    "Made from the blocking fingerprints of the Open Observatory of Network Interference (OONI),",
                    "https://github.com/ooni/blocking-fingerprints, under the BSD 3-Clause License,",
                    "https://opensource.org/license/bsd-3-clause. Changed: put into another format, some left out."));

    public Source {
        attribution = List.copyOf(attribution);
    }

    /** The same rules under another name, for who keeps several editions side by side. */
    Source named(String other) {
        return other.equals(origin) ? this : new Source(name, other, other + "-", licence, attribution);
    }
}
