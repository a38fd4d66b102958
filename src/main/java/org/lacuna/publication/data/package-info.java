/** The data sets that a report can name, counted in the database. Never hands out a row, nor what is not public. */
package org.lacuna.publication.data;
