package org.lacuna.publication.data;

import java.util.List;
import org.lacuna.publication.Selection;
import org.lacuna.statistics.CrossCount.Combination;

/** A data set and what counts it. */
record CountedSet(DataSet dataSet, Counting counting) {
    /** Counts in the database. */
    @FunctionalInterface
    interface Counting {
        /** @param selection the cases that the question is about, for data sets that are about cases */
        List<Combination> count(Question question, Selection selection, Moment moment);
    }
}
