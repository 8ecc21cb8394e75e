package dev.periodical.ingest.submission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts answers that refuse something. Whoever only looks is not refused anything. */
@ApplicationScoped
class RefusedAnswers {

    private final Refusals refusals;

    RefusedAnswers(Refusals refusals) {
        this.refusals = refusals;
    }

    @ServerResponseFilter
    public void count(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getEntity() instanceof HttpProblem problem
                && !request.getMethod().equals(HttpMethod.GET)) {
            refusals.count(problem);
        }
    }
}
