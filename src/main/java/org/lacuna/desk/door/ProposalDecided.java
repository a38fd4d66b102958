package org.lacuna.desk.door;

/** Somebody was faster, or it is too late; nothing was done. */
public final class ProposalDecided extends RuntimeException {
    ProposalDecided() {
        super("expected an open proposal, found one that was decided or has expired");
    }
}
