package dev.periodical.backing;

import java.io.IOException;
import java.util.Optional;

/** A port that was asked for is held by another process. The message is one line for people and says who holds it. */
public final class PortTaken extends IOException {

    private static final long serialVersionUID = 1L;

    PortTaken(String purpose, int port, Optional<PortHolder> holder, IOException cause) {
        super(
                "port " + port + " for " + purpose + " is taken"
                        + holder.map(PortHolder::describe).orElse(" (cannot tell by what: " + cause.getMessage() + ")"),
                cause);
    }
}
