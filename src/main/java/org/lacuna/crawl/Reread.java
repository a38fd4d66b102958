package org.lacuna.crawl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lacuna.crawl.detect.Detection;
import org.lacuna.crawl.detect.Detector;
import org.lacuna.evidence.EvidenceDamaged;
import org.lacuna.evidence.EvidenceStore;
import org.lacuna.fetch.Answer;
import org.lacuna.observation.Reinterpretation;
import org.lacuna.observation.Reinterpretations;
import org.lacuna.observation.Reinterpretations.Readable;
import org.lacuna.platform.Platform;

/**
 * Reads stored captures again with today's definition of their platform, and writes down what it reads as
 * reinterpretations. Nothing is fetched, and nothing in the world changes by it.
 */
@ApplicationScoped
public class Reread {
    private static final int AT_ONCE = 200;

    private final Reinterpretations reinterpretations;
    private final EvidenceStore evidence;
    private final String engine;

    Reread(
            Reinterpretations reinterpretations,
            EvidenceStore evidence,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String engine) {
        this.reinterpretations = reinterpretations;
        this.evidence = evidence;
        this.engine = engine;
    }

    /**
     * How many captures were read again.
     *
     * @param same those in which the same was read as before
     * @param otherwise the others, by what was read then and now, such as {@code unclear, now suspended}
     * @param missing captures that are gone or damaged; nothing is recorded of them
     */
    public record Tally(long same, Map<String, Long> otherwise, long missing) {
        public Tally {
            otherwise = Map.copyOf(otherwise);
        }
    }

    /**
     * Reads all captures of a platform that this definition has not read yet.
     *
     * @param progress told how many are done, now and then
     */
    public Tally reread(Platform platform, LongConsumer progress) {
        long same = 0;
        long missing = 0;
        long done = 0;
        Map<String, Long> otherwise = new TreeMap<>();
        List<Readable> some = reinterpretations.unread(platform.id(), platform.digest(), 0, AT_ONCE);
        while (!some.isEmpty()) {
            List<Reinterpretation> read = new ArrayList<>();
            for (Readable each : some) {
                Optional<Detection> detection = find(each).map(answer -> Detector.detect(platform, answer));
                if (detection.isEmpty()) {
                    missing++;
                    continue;
                }
                Detection now = detection.get();
                if (now.outcome() == each.outcome()) {
                    same++;
                } else {
                    otherwise.merge(
                            each.outcome().word() + ", now " + now.outcome().word(), 1L, Long::sum);
                }
                read.add(new Reinterpretation(
                        each.observation(), platform.digest(), engine, now.outcome(), now.rule(), now.why()));
            }
            reinterpretations.record(read);
            done += some.size();
            progress.accept(done);
            long last = some.get(some.size() - 1).observation();
            some = reinterpretations.unread(platform.id(), platform.digest(), last, AT_ONCE);
        }
        return new Tally(same, otherwise, missing);
    }

    private Optional<Answer> find(Readable each) {
        try {
            return evidence.find(each.evidence());
        } catch (EvidenceDamaged damaged) {
            return Optional.empty();
        }
    }
}
