package dev.periodical.deadletters;

import dev.periodical.events.kafka.TransientFailure;
import dev.periodical.http.Page;
import dev.periodical.http.PageSize;
import dev.periodical.http.Problems;
import dev.periodical.http.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What this service's consumer could not take, and another try. For operators alone: a reason may quote a record. */
@Path("/dead-letters")
@RolesAllowed(Roles.OPERATE)
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final DeadLetters letters;

    DeadLettersResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(
            summary = "Dead letters, topic by topic, the latest first",
            description =
                    "A page of at most `limit` (1 to 200) letters. It may hold fewer, even none, and still have a `next`: a"
                            + " page reads for ten seconds at most, and `next` goes on from there. `Link: rel=\"next\"` leads to it.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(examples = @ExampleObject(name = "a letter", value = """
                                                    {"items": [{"topic": "periodical.articles.content.dlt",
                                                      "partition": 0, "offset": 7,
                                                      "key": "0cc175b9-c0f1-5b6a-831c-399e26977266",
                                                      "reason": "not a CloudEvent in binary mode: no ce_specversion",
                                                      "when": "2026-01-31T10:00:00.123Z",
                                                      "original": {"topic": "periodical.articles", "partition": 2,
                                                        "offset": 4711, "timestamp": "2026-01-31T09:59:59.870Z"},
                                                      "size": 8211, "state": "waiting"}], "next": null}""")))
    @APIResponse(responseCode = "503", description = "Kafka is away")
    public Uni<RestResponse<Page<DeadLetterView>>> list(
            @Parameter(description = "the source's name, or the dead letter topic's", example = "periodical.articles")
                    @RestQuery
                    String topic,
            @Parameter(description = "those whose reason begins so", example = "not a CloudEvent") @RestQuery
                    String reason,
            @Parameter(description = "put aside at this time or later", example = "2026-01-31T00:00:00Z") @RestQuery
                    String from,
            @Parameter(description = "put aside before this time") @RestQuery String to,
            @Parameter(description = "waiting or requeued", example = "waiting") @RestQuery String state,
            @Parameter(description = "a page's `next`") @RestQuery String after,
            @Parameter(example = "50") @RestQuery String limit,
            UriInfo uri) {
        LetterFilter filter = Asked.filter(letters, topic, reason, from, to, state);
        int count = PageSize.parse("limit", limit, USUAL, MOST);
        return told(letters.page(filter, Place.parse("after", after), count)).map(page -> {
            var answer = RestResponse.ResponseBuilder.ok(page);
            return (page.next() == null ? answer : answer.links(Page.link(uri, page.next()))).build();
        });
    }

    /**
     * Which letters.
     *
     * @param topic those of this topic, named as the source or as the dead letter topic
     * @param reason those whose reason begins so
     * @param from those put aside at this time or later
     * @param to those put aside before this time
     * @param partition with {@code topic} and {@code offset}, the one that lies there
     * @param offset see {@code partition}
     */
    public record Wanted(String topic, String reason, String from, String to, Integer partition, Long offset) {

        boolean nothing() {
            return topic == null && reason == null && from == null && to == null && !one();
        }

        boolean one() {
            return partition != null || offset != null;
        }
    }

    @POST
    @Path("/requeue")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put dead letters back",
            description =
                    "At least one filter; all that are given must hold. Those that wait are given to this service's consumer"
                            + " once more, untouched, and to no other; what fails again is a new dead letter. The call reads for"
                            + " thirty seconds at most; `more` says that the same call has to go on.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "all of a topic", value = "{\"topic\": \"periodical.articles\"}"),
                                @ExampleObject(
                                        name = "of a reason, since a day",
                                        value = "{\"reason\": \"PgException\", \"from\": \"2026-01-31T00:00:00Z\"}"),
                                @ExampleObject(
                                        name = "one",
                                        value = "{\"topic\": \"periodical.articles\", \"partition\": 0, \"offset\": 7}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "how many were put back",
            content = @Content(examples = @ExampleObject(name = "some", value = "{\"requeued\": 3, \"more\": false}")))
    @APIResponse(responseCode = "503", description = "Kafka is away; what was put back before stays so")
    public Uni<Requeued> requeue(Wanted wanted) {
        if (wanted == null || wanted.nothing()) {
            throw Problems.badParameter("topic", "name at least one of topic, reason, from, to, or one letter");
        }
        if (wanted.one()) {
            return told(letters.requeue(Asked.one(letters, wanted)));
        }
        return told(letters.requeue(
                Asked.filter(letters, wanted.topic(), wanted.reason(), wanted.from(), wanted.to(), null)));
    }

    private static <T> Uni<T> told(Uni<T> answer) {
        return answer.onFailure(TransientFailure.class)
                .transform(away -> Problems.unavailable(
                        "The dead letters can't be read: " + away.getMessage() + ".", RETRY_AFTER));
    }
}
