/** What all pages share: layout, words, headers. Never holds content of its own. */
package org.lacuna.page;
