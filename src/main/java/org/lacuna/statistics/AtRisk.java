package org.lacuna.statistics;

/**
 * How many had not ended before this day and were still looked at. Where an end is only known between bounds the number
 * is too.
 *
 * @param day whole days from the beginning of each
 * @param least those for which it is certain
 * @param most those for which it is possible
 */
public record AtRisk(long day, long least, long most) {}
