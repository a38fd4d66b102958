/**
 * Checks a log and a bulk file from public files alone, as anybody outside could. Never asks a database, nor believes one.
 */
package org.lacuna.ledger.check;
