package org.lacuna.api.copies;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lacuna.api.access.Allowance;
import org.lacuna.api.access.Limits;
import org.lacuna.api.access.Reader;

/**
 * Sits between one connection's HTTP codec and the server. What the server answered from a copy is answered from here when
 * the same is asked again, while it is the same copy: with the bytes that the server sent, which pass through here. So
 * nothing that answers need know of this, and an answer of this way has every header that one of the long way has.
 *
 * <p>All of it happens on the connection's event loop. Answers keep the order of their questions (RFC 9112 §9.3.2): while
 * the server owes one, it gets all that comes.
 */
final class ShortWay extends ChannelDuplexHandler {
    /** As the server names what encodes its answers. */
    static final String CODEC = "httpEncoder";

    private final KeptAnswers kept;
    private final Limits limits;
    private final Reader reader;
    private final MeterRegistry meters;

    /** How many requests the server has got and not answered in full; on this way comes whoever asks for the second time. */
    private int owed = 1;

    /** Whether the end of a request that is answered is still to come. */
    private boolean ending;

    private boolean unflushed;
    private Optional<Question> asked = Optional.empty();
    private Optional<Source> source = Optional.empty();

    /** @param template the path under which the answer stands in the metrics */
    private record Source(Remembered copy, String template) {}

    ShortWay(KeptAnswers kept, Limits limits, Reader reader, MeterRegistry meters) {
        this.kept = kept;
        this.limits = limits;
        this.reader = reader;
        this.meters = meters;
    }

    /**
     * Opens it on a connection that has none, for all requests after this one. Only while the first request of the
     * connection is read: later the server may owe more answers than this knows of.
     */
    static void open(HttpConnection connection, KeptAnswers kept, Limits limits, MeterRegistry meters) {
        Channel channel = channel(connection);
        if (channel.eventLoop().inEventLoop()
                && channel.pipeline().get(ShortWay.class) == null
                && channel.pipeline().get(CODEC) != null) {
            channel.pipeline().addAfter(CODEC, null, new ShortWay(kept, limits, limits.at(connection), meters));
        }
    }

    static Optional<ShortWay> on(HttpConnection connection) {
        return Optional.ofNullable(channel(connection).pipeline().get(ShortWay.class));
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /**
     * The next answer that the server sends is made of this and of what was asked alone.
     *
     * @param template the path under which it stands in the metrics
     */
    void answersFrom(Remembered copy, String template) {
        source = Optional.of(new Source(copy, template));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            long began = System.nanoTime();
            asked = owed == 0 ? Question.of(request) : Optional.empty();
            ending = asked.isPresent() && answer(context, asked.get(), began);
            if (!ending) {
                owed++;
            }
        }
        if (ending) {
            ReferenceCountUtil.release(message);
            ending = !(message instanceof LastHttpContent);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean answer(ChannelHandlerContext context, Question question, long began) {
        String scheme = context.pipeline().get(SslHandler.class) == null ? "http" : "https";
        Optional<Answer> known = kept.find(question, scheme);
        // whoever does not read what was written is the server's to deal with
        if (known.isEmpty() || !context.channel().isWritable()) {
            return false;
        }
        // nobody counts who reads the log or a page
        Optional<Allowance> allowance = question.isForCase() ? Optional.of(limits.spend(reader)) : Optional.empty();
        if (allowance.filter(Allowance::isSpent).isPresent()) {
            // the server says so; that it counts the request once more makes no difference any longer
            return false;
        }
        Answer answer = known.get();
        context.pipeline().context(CODEC).write(answer.bytes(context.alloc(), allowance));
        unflushed = true;
        answer.times().record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        return true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (unflushed) {
            unflushed = false;
            context.flush();
            // it sits behind this and would take the connection for an idle one
            Optional.ofNullable(context.pipeline().get(IdleStateHandler.class))
                    .ifPresent(IdleStateHandler::resetReadTimeout);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof FullHttpResponse whole && asked.isPresent() && source.isPresent()) {
            Question question = asked.get();
            source.get().copy.remember(question, Answer.of(whole, question, source.get().template, meters));
        }
        source = Optional.empty();
        if (message instanceof LastHttpContent && !isInformational(message)) {
            owed--;
        }
        context.write(message, written);
    }

    /** Such an answer comes before the answer (RFC 9110 §15.2). */
    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
