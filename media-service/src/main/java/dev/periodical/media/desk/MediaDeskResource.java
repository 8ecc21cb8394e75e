package dev.periodical.media.desk;

import dev.periodical.desk.Desk;
import dev.periodical.desk.Gate;
import dev.periodical.desk.HourChart;
import dev.periodical.events.FailureReason;
import dev.periodical.http.Problems;
import dev.periodical.http.Session;
import dev.periodical.media.frontier.FrontierFigures.Figures;
import dev.periodical.media.frontier.PictureFilter;
import dev.periodical.media.frontier.PictureState;
import dev.periodical.media.frontier.Requeue;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** The desk of media-service. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class MediaDeskResource {

    private final Gate gate;
    private final Desk desk;
    private final MediaBoard board;
    private final Requeue requeue;
    private final Clock clock = Clock.systemUTC();

    MediaDeskResource(Gate gate, Desk desk, MediaBoard board, Requeue requeue) {
        this.gate = gate;
        this.desk = desk;
        this.board = board;
        this.requeue = requeue;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> page(@Context RoutingContext exchange) {
        Session visitor = gate.visitor(exchange);
        MediaMessages words = desk.words(exchange, MediaMessages.class);
        return board.now()
                .map(figures -> desk.page(
                        exchange,
                        Pages.page(
                                desk.frame(exchange, visitor, figures.toString()),
                                figures.consumer(),
                                PicturesPart.of(figures, settled(figures.frontier(), words), words, desk.zone()))));
    }

    private HourChart settled(Figures frontier, MediaMessages words) {
        return frontier == null
                ? null
                : HourChart.of(
                        List.of(words.kept(), words.lost()),
                        List.of(frontier.kept(), frontier.failed()),
                        clock.instant(),
                        desk.zone());
    }

    /** Tries again what was lost: of a host, which rests no longer, for a reason, or one picture. */
    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> retry(
            @Context RoutingContext exchange,
            @RestForm String form,
            @RestForm String host,
            @RestForm String reason,
            @RestForm String ref) {
        gate.operator(exchange, form);
        return again(host, reason, ref).map(count -> desk.back(exchange, "retry", count, false));
    }

    private Uni<Long> again(String host, String reason, String ref) {
        if (ref != null) {
            return requeue.one(ref);
        }
        if (host == null && reason == null) {
            throw Problems.badParameter("host", "name a host, a reason or a picture");
        }
        return requeue.all(new PictureFilter(
                Set.of(PictureState.FAILED, PictureState.REFUSED),
                host,
                reason == null ? null : FailureReason.ofCode(reason),
                null));
    }
}
