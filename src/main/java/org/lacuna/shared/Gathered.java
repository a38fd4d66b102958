package org.lacuna.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Changes that wait to be sent together. */
public final class Gathered {
    /** What waits of one statement. */
    sealed interface Waiting {}

    /** A statement that is executed once for each of these lists of parameters. */
    record Batch(List<Object[]> parameters) implements Waiting {}

    /** Rows that go into one table. */
    record Copy(CopyRows rows) implements Waiting {}

    /** Rows of a number and bytes that go into one table. */
    record CopyBytes(ByteRows rows) implements Waiting {}

    private final boolean apart;
    private Map<String, Waiting> bySql = new LinkedHashMap<>();

    /** @param apart whether they are made on another thread than the transaction's */
    Gathered(boolean apart) {
        this.apart = apart;
    }

    void refuseIfApart() {
        if (apart) {
            throw new IllegalStateException(
                    "nothing can be asked of the database where changes are made for another thread");
        }
    }

    void change(String sql, Object[] parameters) {
        of(Batch.class, sql, () -> new Batch(new ArrayList<>())).parameters().add(parameters);
    }

    void copy(String sql, Object[] values) {
        of(Copy.class, sql, () -> new Copy(new CopyRows())).rows().add(values);
    }

    void copyBytes(String sql, long number, byte[] bytes) {
        of(CopyBytes.class, sql, () -> new CopyBytes(new ByteRows())).rows().add(number, bytes);
    }

    private <W extends Waiting> W of(Class<W> kind, String sql, Supplier<W> first) {
        return kind.cast(bySql.computeIfAbsent(sql, any -> first.get()));
    }

    /** All of them; none is left. */
    Map<String, Waiting> take() {
        Map<String, Waiting> taken = bySql;
        bySql = new LinkedHashMap<>();
        return taken;
    }
}
