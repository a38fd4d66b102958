/** Points at what may give a person away in a text that an editor is about to publish. Never changes the text. */
package org.lacuna.desk.work.suggest;
