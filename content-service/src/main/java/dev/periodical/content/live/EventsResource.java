package dev.periodical.content.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.periodical.content.ask.Parameters;
import dev.periodical.content.change.ChangeFilter;
import dev.periodical.content.change.ChangeTail;
import dev.periodical.http.Problems;
import dev.periodical.http.PublicAddresses;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is happening in the archive, as server-sent events (WHATWG HTML, 9.2). */
@Path("/events")
public class EventsResource {

    private static final Set<String> KNOWN = Set.of("types", "category", "tag", "author", "after");

    private final ChangeTail tail;
    private final Listeners listeners;
    private final LiveConfig config;
    private final PublicAddresses addresses;
    private final ObjectMapper json;
    private final Vertx vertx;

    EventsResource(
            ChangeTail tail,
            Listeners listeners,
            LiveConfig config,
            PublicAddresses addresses,
            ObjectMapper json,
            Vertx vertx) {
        this.tail = tail;
        this.listeners = listeners;
        this.config = config;
        this.addresses = addresses;
        this.json = json;
        this.vertx = vertx;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Articles and pictures as they change",
            description =
                    "Server-sent events; each `data` is a CloudEvent in JSON with light data. `id` is a place: a listener"
                            + " that comes again with it as `Last-Event-ID` misses nothing and hears nothing twice. Of what changed"
                            + " again meanwhile only the latest is told. Without a place the stream begins now; `after=0` tells"
                            + " everything that changed since the feed began. An event `reset` says that the place is not of this"
                            + " archive (a backup was restored): read the lists again. Comments show that the connection lives.")
    @Parameter(
            name = "types",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Some of `article`, `withdrawal`, `picture`, parted by commas; all where it is left out.",
            example = "article,withdrawal")
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Articles of a category and all below it, levels parted by a slash.",
            example = "新闻/本地")
    @Parameter(
            name = "tag",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Articles with this tag.",
            example = "测试")
    @Parameter(
            name = "author",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "Articles of this author.",
            example = "青屿晚报")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING),
            description = "A place, for who can't send the header `Last-Event-ID`, which weighs more.",
            example = "1041")
    @APIResponse(
            responseCode = "200",
            description = "Events without end.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "an article and a picture", value = Example.STREAM)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter that is not known or can't be so. `parameter` names it.")
    @APIResponse(
            responseCode = "503",
            description = "As many listen as may at once. `Retry-After` says when to come again.")
    public Multi<OutboundSseEvent> events(
            @Context UriInfo uri,
            @Context Sse sse,
            @Context RoutingContext exchange,
            @Parameter(hidden = true) @HeaderParam("Last-Event-ID") String last) {
        Parameters asked = new Parameters(uri.getQueryParameters(), KNOWN, Set.of());
        ChangeFilter filter = new ChangeFilter(
                asked.words("types", ChangeFilter.TYPES).orElse(null),
                asked.text("category").orElse(null),
                asked.text("tag").orElse(null),
                asked.text("author").orElse(null));
        Long place = last == null || last.isBlank()
                ? asked.text("after").map(text -> place("after", text)).orElse(null)
                : place("Last-Event-ID", last.strip());
        Runnable leave = listeners.admit();
        exchange.addEndHandler(ended -> leave.run());
        exchange.response().putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        return new Pace(vertx, exchange, config.patience())
                .keeping(listen(Gate.Start.of(exchange), place, filter, sse))
                .onTermination()
                .invoke(leave);
    }

    private Multi<OutboundSseEvent> listen(Gate.Start start, Long place, ChangeFilter filter, Sse sse) {
        boolean foreign = place != null && place > start.end().drawn();
        long at = place == null || foreign ? start.end().reached() : place;
        OutboundSseEvent.Builder welcome = sse.newEventBuilder()
                .id(Long.toString(at))
                .reconnectDelay(config.retry().toMillis());
        OutboundSseEvent first = foreign
                ? welcome.name("reset").data("{\"after\":" + at + "}").build()
                : welcome.comment("at " + at).build();
        Listening listening = new Listening(
                tail, listeners, filter, start.restricted(), addresses, config.heartbeat(), json, sse, at);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), listening.events());
    }

    private static Long place(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problems.badParameter(name, "the id of an event, not '" + text + "'");
        }
        return Long.valueOf(text);
    }
}
