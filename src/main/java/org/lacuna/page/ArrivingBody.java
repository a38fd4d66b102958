package org.lacuna.page;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;

/** One body on its way in; everything happens on the event loop of its connection, except where it is said. */
final class ArrivingBody {
    /** A megabyte of emoji is three in the encoding of forms, and its page has to be able to say that this is too much. */
    static final int MOST_BYTES = 4 << 20;

    /** A browser shows our answer only after it has sent everything, so more is read than is kept. */
    private static final int MOST_DISCARDED = 32 << 20;

    private final RoutingContext asked;
    private final RoomForBodies<ArrivingBody> room;
    private final BodyRefusals refusals;
    private final Duration deadline;
    private final Context loop = Vertx.currentContext();
    private final Buffer kept = Buffer.buffer();
    private long seen;
    private long timer;
    private boolean done;

    ArrivingBody(RoutingContext asked, RoomForBodies<ArrivingBody> room, Duration deadline, BodyRefusals refusals) {
        this.asked = asked;
        this.room = room;
        this.deadline = deadline;
        this.refusals = refusals;
    }

    void begin() {
        HttpServerRequest request = asked.request();
        timer = asked.vertx().setTimer(deadline.toMillis(), late -> refuseLate());
        // Whoever hangs up has withdrawn what they were sending: there is nobody to answer and nothing to log.
        request.exceptionHandler(hungUp -> stop());
        asked.addEndHandler(answered -> room.free(this));
        request.handler(this::take);
        request.endHandler(end -> whole());
        if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            asked.response().writeContinue();
        }
        request.resume();
    }

    private void take(Buffer part) {
        if (done) {
            return;
        }
        seen += part.length();
        if (seen > MOST_DISCARDED) {
            refuseTooLong();
            asked.request().connection().close();
        } else if (seen > MOST_BYTES) {
            room.free(this);
        } else {
            kept.appendBuffer(part);
            room.take(this, part.length()).ifPresent(ArrivingBody::giveWay);
        }
    }

    private void whole() {
        if (done) {
            return;
        }
        if (seen > MOST_BYTES) {
            refuseTooLong();
            return;
        }
        stopWaiting();
        room.whole(this);
        ((RoutingContextInternal) asked).setBody(kept);
        asked.next();
    }

    /** From any thread. */
    private void giveWay() {
        loop.runOnContext(then -> {
            if (!done) {
                refuse(BodyRefused.BUSY, BodyRefused.RETRY_AFTER_SECONDS);
                asked.request().connection().close();
            }
        });
    }

    private void refuseLate() {
        refuse(BodyRefused.LATE, deadline.toSeconds());
        asked.request().connection().close();
    }

    private void refuseTooLong() {
        refuse(BodyRefused.TOO_LONG, MOST_BYTES);
    }

    private void refuse(BodyRefused why, long limit) {
        stop();
        refusals.answer(asked, why, limit);
    }

    private void stop() {
        stopWaiting();
        room.free(this);
    }

    private void stopWaiting() {
        done = true;
        asked.vertx().cancelTimer(timer);
    }
}
