package dev.periodical.desk;

import dev.periodical.deadletters.DeadLetters;
import dev.periodical.deadletters.LetterFilter;
import dev.periodical.deadletters.Place;
import dev.periodical.deadletters.Requeued;
import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;

/** The buttons that put dead letters back: one, those of a reason, all of a topic. */
@Path("/desk/dead-letters")
public class LettersResource {

    private final Gate gate;
    private final Desk desk;
    private final DeadLetters letters;

    LettersResource(Gate gate, Desk desk, DeadLetters letters) {
        this.gate = gate;
        this.desk = desk;
        this.letters = letters;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> requeue(
            @Context RoutingContext exchange,
            @RestForm String form,
            @RestForm String topic,
            @RestForm String reason,
            @RestForm Integer partition,
            @RestForm Long offset) {
        gate.operator(exchange, form);
        if (topic == null || partition == null != (offset == null)) {
            throw Problems.badParameter("topic", "a topic, and of one letter its partition and offset");
        }
        return wanted(topic, reason, partition, offset)
                .map(done -> desk.back(exchange, "requeue", done.requeued(), done.more()))
                .onFailure(TransientFailure.class)
                .transform(away -> Problems.unavailable(
                        "The dead letters can't be put back: " + away.getMessage() + ".", Duration.ofSeconds(5)));
    }

    private Uni<Requeued> wanted(String topic, String reason, Integer partition, Long offset) {
        return partition == null
                ? letters.requeue(new LetterFilter(topic, reason, null, null, null))
                : letters.requeue(new Place(topic, partition, offset));
    }
}
