package org.lacuna.publication.editions;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lacuna.publication.data.DataSets;
import org.lacuna.publication.data.Moment;

/**
 * Makes what is ordered, and counts again what is in doubt. An order is held by the lock of a transaction until the draft is
 * written with it: a node that dies gives it back, and no two nodes make the same.
 */
@ApplicationScoped
public class MakeEditions {
    private static final Logger LOG = Logger.getLogger(MakeEditions.class);
    private static final int SECONDS = (int) Duration.ofHours(1).toSeconds();

    private final WriteQueries write;
    private final EditionQueries queries;
    private final EndEdition end;
    private final DataSets dataSets;
    private final Clock clock;

    MakeEditions(WriteQueries write, EditionQueries queries, EndEdition end, DataSets dataSets, Clock clock) {
        this.write = write;
        this.queries = queries;
        this.end = end;
        this.dataSets = dataSets;
        this.clock = clock;
    }

    /** Makes one draft. @return whether there was an order */
    public boolean makeOne(RendersEditions renders) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> write.take()
                .map(taken -> {
                    make(taken.order(), renders);
                    write.done(taken);
                    return true;
                })
                .orElse(false));
    }

    private void make(EditionOrder order, RendersEditions renders) {
        if (!renders.knows(order.report())) {
            LOG.warnf("an edition of %s was ordered, and there is no such report any more", order.report());
            return;
        }
        Moment moment = moment(order);
        long before = redactionsUntilNow();
        RendersEditions.Made made = renders.render(order.report(), moment);
        write.lockPublication();
        if (write.redactions() != before) {
            throw new IllegalStateException("something was redacted while an edition of " + order.report()
                    + " was counted; it is counted again");
        }
        int number = write.insert(order, moment.sequence(), made, clock.instant());
        LOG.infof("edition %d of %s is a draft; an editor reviews it at /desk/editions", number, order.report());
    }

    private Moment moment(EditionOrder order) {
        Moment day = dataSets.at(order.day());
        return order.sequence().map(at -> new Moment(order.day(), at)).orElse(day);
    }

    /** In a transaction of its own, since the lock would keep everybody from publishing while we count. */
    private long redactionsUntilNow() {
        return QuarkusTransaction.requiringNew().call(() -> {
            write.lockPublication();
            return write.redactions();
        });
    }

    /** Counts one edition again that is in doubt. @return whether there was one */
    public boolean checkOne(RendersEditions renders) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> write.takeDoubted()
                .map(doubted -> {
                    check(doubted[0], Integer.parseInt(doubted[1]), renders);
                    return true;
                })
                .orElse(false));
    }

    private void check(String report, int number, RendersEditions renders) {
        EditionQueries.Known known = queries.find(report, number).orElseThrow();
        Moment moment = new Moment(known.edition().day(), known.edition().sequence());
        long before = redactionsUntilNow();
        boolean same = renders.knows(report) && renders.figures(report, moment).equals(queries.figures(report, number));
        write.lockPublication();
        if (write.redactions() != before) {
            throw new IllegalStateException("something was redacted while edition " + number + " of " + report
                    + " was counted again; it is counted once more");
        }
        if (!same) {
            end.redacted(known);
            if (renders.knows(report)) {
                write.order(
                        new EditionOrder(
                                report,
                                moment.day(),
                                Optional.empty(),
                                Optional.of(number),
                                Optional.of(moment.sequence())),
                        clock.instant());
            }
        }
        write.noDoubt(report, number);
    }
}
