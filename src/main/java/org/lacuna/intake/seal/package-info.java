/** Keys and receipts: how what a person sends is closed, found again and opened. Never knows what is inside. */
package org.lacuna.intake.seal;
