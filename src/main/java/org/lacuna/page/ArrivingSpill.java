package org.lacuna.page;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.io.IOException;
import java.util.Optional;

/**
 * One body with files on its way into a {@link Spill}. Between two chunks it holds a connection and no thread; while one
 * is written, nothing more is read, so that a fast sender fills no memory.
 */
final class ArrivingSpill {
    private final RoutingContext asked;
    private final Spills spills;
    private final Context loop = Vertx.currentContext();
    private Buffer pending = Buffer.buffer();
    private Optional<Spill> spill = Optional.empty();
    private long seen;
    private long seenBefore;
    private long deadline;
    private long pace;
    private boolean writing;
    private boolean ended;
    private boolean done;

    ArrivingSpill(RoutingContext asked, Spills spills) {
        this.asked = asked;
        this.spills = spills;
    }

    void begin() {
        HttpServerRequest request = asked.request();
        spills.room().take(this, 0);
        deadline = asked.vertx().setTimer(spills.deadline().toMillis(), late -> refuseLate());
        pace = asked.vertx().setPeriodic(Spills.PACE.toMillis(), look -> refuseSlow());
        request.exceptionHandler(hungUp -> stop());
        asked.addEndHandler(answered -> stop());
        request.handler(this::take);
        request.endHandler(end -> {
            ended = true;
            write();
        });
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
        if (seen > 2 * spills.mostBytes()) {
            refuse(BodyRefused.TOO_LONG, spills.mostBytes());
            asked.request().connection().close();
            return;
        }
        if (tooLong()) {
            // A browser shows our answer only after it has sent everything, so more is read than is kept.
            pending = Buffer.buffer();
            spills.room().free(this);
            return;
        }
        spills.room().take(this, part.length()).ifPresent(ArrivingSpill::giveWay);
        pending.appendBuffer(part);
        if (pending.length() >= Spill.CHUNK) {
            write();
        }
    }

    private void write() {
        if (done || writing) {
            return;
        }
        if (tooLong()) {
            refuse(BodyRefused.TOO_LONG, spills.mostBytes());
            return;
        }
        boolean last = ended;
        byte[] bytes = pending.getBytes();
        pending = Buffer.buffer();
        writing = true;
        if (!last) {
            // HTTP/2 refuses to pause what has ended.
            asked.request().pause();
        }
        asked.vertx().executeBlocking(() -> append(bytes, last)).onComplete(written -> {
            writing = false;
            if (done) {
                drop();
            } else if (written.failed()) {
                refuse(BodyRefused.BUSY, BodyRefused.RETRY_AFTER_SECONDS);
                asked.request().connection().close();
            } else if (last) {
                whole();
            } else if (ended) {
                write();
            } else {
                asked.request().resume();
            }
        });
    }

    private boolean tooLong() {
        return seen > spills.mostBytes();
    }

    /** On a thread that may wait. */
    private Void append(byte[] bytes, boolean last) throws IOException {
        if (spill.isEmpty()) {
            spill = Optional.of(spills.make());
        }
        spill.get().append(bytes);
        if (last) {
            spill.get().end();
        }
        return null;
    }

    private void whole() {
        stopWaiting();
        spills.room().whole(this);
        asked.put(
                SentParts.PLACE,
                new SentParts(spill.orElseThrow(), asked.request().getHeader(HttpHeaders.CONTENT_TYPE)));
        ((RoutingContextInternal) asked).setBody(Buffer.buffer());
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
        refuse(BodyRefused.LATE, spills.deadline().toSeconds());
        asked.request().connection().close();
    }

    private void refuseSlow() {
        if (!writing && seen - seenBefore < Spills.LEAST_PER_PACE) {
            refuse(BodyRefused.LATE, Spills.PACE.toSeconds());
            asked.request().connection().close();
        }
        seenBefore = seen;
    }

    private void refuse(BodyRefused why, long limit) {
        stop();
        spills.refusals().answer(asked, why, limit);
    }

    private void stop() {
        stopWaiting();
        spills.room().free(this);
        if (!writing) {
            drop();
        }
    }

    private void stopWaiting() {
        done = true;
        asked.vertx().cancelTimer(deadline);
        asked.vertx().cancelTimer(pace);
    }

    private void drop() {
        spill.ifPresent(spills::drop);
    }
}
