package dev.periodical.content.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.content.change.ChangeEvent;
import dev.periodical.content.change.ChangeFeed.Slice;
import dev.periodical.content.change.ChangeFilter;
import dev.periodical.content.change.ChangeTail;
import dev.periodical.http.PublicAddresses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One listener: reads on from where he stands when he has taken what was told before, and says now and then that the connection
 * lives. Holds one page.
 */
final class Listening {

    private static final int PAGE = 100;

    private final ChangeTail tail;
    private final Listeners listeners;
    private final ChangeFilter filter;
    private final boolean restricted;
    private final PublicAddresses addresses;
    private final Duration heartbeat;
    private final ObjectMapper json;
    private final Sse sse;
    private long at;

    /** @param at the number of the last change that he has heard of */
    Listening(
            ChangeTail tail,
            Listeners listeners,
            ChangeFilter filter,
            boolean restricted,
            PublicAddresses addresses,
            Duration heartbeat,
            ObjectMapper json,
            Sse sse,
            long at) {
        this.tail = tail;
        this.listeners = listeners;
        this.filter = filter;
        this.restricted = restricted;
        this.addresses = addresses;
        this.heartbeat = heartbeat;
        this.json = json;
        this.sse = sse;
        this.at = at;
    }

    /** Ends when this replica stops, or has lost its database: the listener comes again by himself. */
    Multi<OutboundSseEvent> events() {
        return Multi.createBy()
                .repeating()
                .uni(this::further)
                .whilst(step -> !listeners.closing())
                .onItem()
                .transformToMultiAndConcatenate(step -> Multi.createFrom().iterable(step))
                .onFailure()
                .recoverWithCompletion();
    }

    private Uni<List<OutboundSseEvent>> further() {
        return tail.after(at, PAGE).chain(slice -> {
            List<OutboundSseEvent> told = told(slice);
            return told.isEmpty() && slice.reached() <= at
                    ? silence()
                    : Uni.createFrom().item(taken(slice, told));
        });
    }

    private List<OutboundSseEvent> taken(Slice slice, List<OutboundSseEvent> told) {
        at = slice.reached();
        return told;
    }

    private List<OutboundSseEvent> told(Slice slice) {
        List<OutboundSseEvent> told = new ArrayList<>();
        slice.changes()
                .forEach(change -> ChangeEvent.of(change, filter, restricted, addresses)
                        .ifPresent(event -> told.add(told(event))));
        return told;
    }

    private OutboundSseEvent told(ChangeEvent event) {
        try {
            return sse.newEventBuilder()
                    .id(event.id())
                    .name(event.type())
                    .data(json.writeValueAsString(event))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that has no JSON", e);
        }
    }

    /** Until something comes, or for a heartbeat; with its place, so that what he does not want is not read to him again. */
    private Uni<List<OutboundSseEvent>> silence() {
        Uni<Boolean> news = tail.beyond(at).replaceWith(true);
        Uni<Boolean> end = listeners.end().replaceWith(true);
        return Uni.combine()
                .any()
                .of(news, end)
                .ifNoItem()
                .after(heartbeat)
                .recoverWithItem(false)
                .map(awake -> awake
                        ? List.of()
                        : List.of(sse.newEventBuilder()
                                .id(Long.toString(at))
                                .comment("at " + at)
                                .build()));
    }
}
