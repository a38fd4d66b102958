package org.lacuna.desk.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.lacuna.desk.door.DeskAction;

/** Changes how much a rule counts; the change and its trace are one transaction. */
@ApplicationScoped
class ChangeRanking {
    private final RuleQueries queries;
    private final QueueLog log;

    ChangeRanking(RuleQueries queries, QueueLog log) {
        this.queries = queries;
        this.log = log;
    }

    @Transactional
    void change(UUID editor, Rule rule, Rule.Weight weight, String reason) {
        queries.set(rule, weight, editor, reason);
        log.note(
                editor,
                DeskAction.CHANGED_RANKING,
                rule.word(),
                weight.weight() + ", at most " + weight.most() + ": " + reason);
    }
}
