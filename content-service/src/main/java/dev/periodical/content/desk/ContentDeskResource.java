package dev.periodical.content.desk;

import dev.periodical.content.article.ArchiveFigures.Figures;
import dev.periodical.desk.Desk;
import dev.periodical.desk.Gate;
import dev.periodical.desk.HourChart;
import dev.periodical.http.Session;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The desk of content-service. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
public class ContentDeskResource {

    private final Gate gate;
    private final Desk desk;
    private final ContentBoard board;
    private final Clock clock = Clock.systemUTC();

    ContentDeskResource(Gate gate, Desk desk, ContentBoard board) {
        this.gate = gate;
        this.desk = desk;
        this.board = board;
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<TemplateInstance>> page(@Context RoutingContext exchange) {
        Session visitor = gate.visitor(exchange);
        return board.now()
                .map(figures -> desk.page(
                        exchange,
                        Pages.page(
                                desk.frame(exchange, visitor, figures.toString()),
                                figures.consumer(),
                                ArchivePart.of(figures.archive(), arrivals(exchange, figures.archive())))));
    }

    private HourChart arrivals(RoutingContext exchange, Figures archive) {
        ContentMessages words = desk.words(exchange, ContentMessages.class);
        return archive == null
                ? null
                : HourChart.of(
                        List.of(words.cameIn(), words.withdrawn()),
                        List.of(archive.arrived(), archive.left()),
                        clock.instant(),
                        desk.zone());
    }
}
