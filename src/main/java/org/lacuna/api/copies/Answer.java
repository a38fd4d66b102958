package org.lacuna.api.copies;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.FullHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.lacuna.api.access.Allowance;

/**
 * An answer as it was sent, to be sent again: what differs from one time to the next is what the reader may still ask.
 *
 * @param head the line of its status and its headers but those of {@link Allowance}, as they stand on the wire
 * @param times what this kind of answer is measured by
 */
record Answer(byte[] head, ByteBuf body, Timer times) {
    private static final int ROOM_FOR_ALLOWANCE = 160;
    private static final int COLON = ':' << 8 | ' ';
    private static final int LINE_ENDS = '\r' << 8 | '\n';

    /** @param template the path under which it stands in the metrics */
    static Answer of(FullHttpResponse sent, Question asked, String template, MeterRegistry meters) {
        StringBuilder lines = new StringBuilder(sent.protocolVersion().text())
                .append(' ')
                .append(sent.status())
                .append("\r\n");
        for (Map.Entry<String, String> header : sent.headers()) {
            if (!header.getKey().regionMatches(true, 0, Allowance.PREFIX, 0, Allowance.PREFIX.length())) {
                lines.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
        }
        int status = sent.status().code();
        Tags tags =
                Tags.of("method", asked.head() ? "HEAD" : "GET", "status", Integer.toString(status), "uri", template);
        return new Answer(
                lines.toString().getBytes(StandardCharsets.ISO_8859_1),
                // the copy's own bytes on the heap, of no pool: whoever lets go of them last does not matter
                sent.content().retainedDuplicate(),
                meters.timer(
                        "http.server.requests",
                        tags.and(Outcome.forStatus(status).asTag())));
    }

    /**
     * All of it in one piece, so that it is one call of the system.
     *
     * @param allowance empty where nobody counts
     */
    ByteBuf bytes(ByteBufAllocator allocator, Optional<Allowance> allowance) {
        ByteBuf out = allocator.directBuffer(head.length + ROOM_FOR_ALLOWANCE + body.readableBytes());
        out.writeBytes(head);
        allowance.ifPresent(counted -> counted.tell((name, value) -> {
            out.writeCharSequence(name, StandardCharsets.US_ASCII);
            out.writeShort(COLON);
            out.writeCharSequence(value, StandardCharsets.US_ASCII);
            out.writeShort(LINE_ENDS);
        }));
        out.writeShort(LINE_ENDS);
        return out.writeBytes(body, body.readerIndex(), body.readableBytes());
    }
}
