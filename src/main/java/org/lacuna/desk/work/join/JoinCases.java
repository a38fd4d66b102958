package org.lacuna.desk.work.join;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.lacuna.cases.MergeCases;
import org.lacuna.cases.SplitCase;
import org.lacuna.cases.Subject;
import org.lacuna.desk.door.Audit;
import org.lacuna.desk.door.DeskAction;
import org.lacuna.desk.door.Visitor;

/** Merges and splits: effect and trace are one transaction. */
@ApplicationScoped
class JoinCases {
    private final MergeCases merge;
    private final SplitCase split;
    private final Audit audit;

    JoinCases(MergeCases merge, SplitCase split, Audit audit) {
        this.merge = merge;
        this.split = split;
        this.audit = audit;
    }

    /** @throws IllegalArgumentException if the record refuses it */
    @Transactional
    boolean merge(Visitor visitor, String from, String into, Set<String> leftOut, String why) {
        merge.merge(from, into, leftOut, why, visitor.editor());
        audit.act(visitor.editor(), DeskAction.MERGED_CASES, from, "into " + into + ": " + why);
        return true;
    }

    /** The same error. */
    @Transactional
    boolean split(Visitor visitor, String from, String into, Subject subject, Set<String> chosen, String why) {
        split.split(from, into, subject, chosen, why, visitor.editor());
        audit.act(visitor.editor(), DeskAction.SPLIT_CASE, from, "into " + into + ": " + why);
        return true;
    }
}
