package org.lacuna.platform;

import java.util.regex.Pattern;

/**
 * How a subject is recognised in one of the platform's URLs.
 *
 * @param kind the kind of subject: account, page, post, video, meeting, app, channel, group or search-term
 * @param id a pattern searched for in the URL; its first group is the subject's id
 */
public record SubjectPattern(String kind, Pattern id) {}
