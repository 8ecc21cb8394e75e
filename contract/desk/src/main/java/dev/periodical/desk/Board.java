package dev.periodical.desk;

import io.smallrye.mutiny.Uni;

/** What a service's desk shows, as one service offers it to the shared parts. */
public interface Board {

    /** The service's short name, {@code content} or {@code media}: which of the linked desks this one is. */
    String service();

    /** All figures of now as a text that changes when one of them does; cheap to ask for, by any number of pages. */
    Uni<String> state();

    /** Something was done: what is shown next has to show it. */
    void renew();
}
