/** The languages of the pages and where their texts stand. Never translates what is on the record. */
package org.lacuna.page.language;
