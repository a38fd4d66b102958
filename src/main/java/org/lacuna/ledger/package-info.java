/**
 * The service's signing key, with which anybody can check that what they hold comes from here unaltered. Never hands out
 * the private half.
 */
package org.lacuna.ledger;
