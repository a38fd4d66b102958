/** Schedules checks, reads the answers and judges when a change is real. Never concludes anything without a live control. */
package org.lacuna.crawl;
