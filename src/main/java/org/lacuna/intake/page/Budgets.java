package org.lacuna.intake.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lacuna.shared.Seal;

/**
 * Says no before anything costly is begun. Circuits are counted under a key that is drawn each hour and kept in memory
 * alone, so that nothing of them can be compared with anything later.
 */
@ApplicationScoped
class Budgets {
    static final int MINUTE = 60;
    static final int HOUR = 60 * MINUTE;

    /** Beyond it circuits that are new this hour count for all together only. */
    private static final int MOST_CIRCUITS = 100_000;

    private final BudgetSettings settings;
    private final Clock clock;
    private final Map<Asking, Integer> thisMinute = new EnumMap<>(Asking.class);
    private final Map<String, Integer> thisHour = new HashMap<>();
    private byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
    private long minute;
    private long hour;

    Budgets(BudgetSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What is asked for. */
    enum Asking {
        REPORT,
        LOOK_UP
    }

    /** Whose budget is spent: 429 is one circuit's, 503 is everybody's (RFC 6585 §4, RFC 9110 §15.6.4). */
    record Refusal(int status, int seconds) {
        /** When to come back. */
        String told(Say say) {
            return say.of("busy", "minutes", (seconds + MINUTE - 1) / MINUTE);
        }
    }

    /** Spends one; says how long to wait if there is none left. */
    synchronized Optional<Refusal> spend(Asking asking, Optional<String> circuit) {
        long second = clock.instant().getEpochSecond();
        turn(second);
        Optional<String> counted = circuit.map(name -> asking + " " + keyed(name))
                .filter(name -> thisHour.size() < MOST_CIRCUITS || thisHour.containsKey(name));
        int perCircuit =
                asking == Asking.REPORT ? settings.reportsPerCircuitAndHour() : settings.lookUpsPerCircuitAndHour();
        if (counted.filter(name -> thisHour.getOrDefault(name, 0) >= perCircuit).isPresent()) {
            return Optional.of(new Refusal(429, (int) (HOUR - second % HOUR)));
        }
        int all = asking == Asking.REPORT ? settings.reportsPerMinute() : settings.lookUpsPerMinute();
        if (thisMinute.getOrDefault(asking, 0) >= all) {
            return Optional.of(new Refusal(503, (int) (MINUTE - second % MINUTE)));
        }
        counted.ifPresent(name -> thisHour.merge(name, 1, Integer::sum));
        thisMinute.merge(asking, 1, Integer::sum);
        return Optional.empty();
    }

    private void turn(long second) {
        if (second / MINUTE != minute) {
            minute = second / MINUTE;
            thisMinute.clear();
        }
        if (second / HOUR != hour) {
            hour = second / HOUR;
            thisHour.clear();
            key = Seal.randomBytes(Seal.KEY_BYTES);
        }
    }

    private String keyed(String circuit) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(key));
        byte[] name = circuit.getBytes(StandardCharsets.UTF_8);
        hmac.update(name, 0, name.length);
        byte[] keyed = new byte[hmac.getMacSize()];
        hmac.doFinal(keyed, 0);
        return HexFormat.of().formatHex(keyed);
    }
}
