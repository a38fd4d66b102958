/**
 * Charts as SVG for pages, reports and downloads, each with the table that says the same. Never counts anything itself, and
 * never writes a style or a script: the policy of the pages forbids both.
 */
package org.lacuna.page.chart;
