/** Renders the folders under reports/. Never asks a question in SQL. */
package org.lacuna.report;
