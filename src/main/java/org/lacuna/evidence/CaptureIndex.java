package org.lacuna.evidence;

import java.util.Collection;
import java.util.List;
import org.lacuna.shared.Digest;

/** Says where each kept exchange stands. */
interface CaptureIndex {
    /** Adds rows, inside the caller's transaction if there is one; those that are there already stay as they are. */
    void add(List<Indexed> rows);

    /** The rows of these digests, in no order; those that are not kept are left out. */
    List<Indexed> find(Collection<Digest> digests);

    /** The end of the last exchange of a file that is indexed, in bytes; 0 if there is none. */
    long indexedUpTo(String file);
}
