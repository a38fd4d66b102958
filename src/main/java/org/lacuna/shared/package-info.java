/** Words that every feature speaks: ids, digests, dates, countries, outcomes, the clock. Never knows a feature. */
package org.lacuna.shared;
