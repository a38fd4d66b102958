/** What was seen, when, from where and by which definition. Never updates or deletes a fact. */
package org.lacuna.observation;
