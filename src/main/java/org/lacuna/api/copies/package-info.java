/**
 * Documents of cases, tiles of the log and, for a moment, public pages, answered from memory. Never answers anything that
 * the REST resource would answer otherwise: what comes the {@link org.lacuna.api.copies.ShortWay} are answers that were sent
 * before. What each request passes is a singleton and no bean behind a proxy: a proxy asks its context at every call.
 */
package org.lacuna.api.copies;
