package dev.periodical.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Holds callers to their token's limits, at doors that need a token: 429 when its requests are used up, 413 for a larger body
 * than it may send, 411 for a body that does not say how large it is. Runs when the caller is known and before the body is
 * read. A limited token's every answer says what is left.
 */
@ApplicationScoped
class TokenAccount {

    private final CurrentIdentityAssociation identity;

    TokenAccount(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** @return the refusal, or null to go on */
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Response> charge(RoutingContext exchange, ResourceInfo door) {
        return needsToken(door)
                ? identity.getDeferredIdentity().map(caller -> refusal(exchange, caller))
                : Uni.createFrom().nullItem();
    }

    private static boolean needsToken(ResourceInfo door) {
        return door.getResourceMethod().isAnnotationPresent(RolesAllowed.class)
                || door.getResourceClass().isAnnotationPresent(RolesAllowed.class);
    }

    private static Response refusal(RoutingContext exchange, SecurityIdentity caller) {
        Allowance allowance = caller.getAttribute(BearerTokenMechanism.ALLOWANCE);
        if (allowance == null) {
            return null;
        }
        if (allowance.limits().limitRequests()) {
            Quota quota = allowance.take();
            exchange.response().putHeader("RateLimit-Policy", quota.policyField());
            exchange.response().putHeader("RateLimit", quota.stateField());
            if (!quota.granted()) {
                return Problems.tooMany(Quota.POLICY, quota.retryAfter()).toResponse();
            }
        }
        return allowance.limits().limitBytes() ? tooLarge(exchange.request(), allowance.limits()) : null;
    }

    private static Response tooLarge(HttpServerRequest request, Limits limits) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length) > limits.maxBytes()
                    ? Problems.tooLarge(limits.maxBytes()).toResponse()
                    : null;
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                ? Problems.lengthRequired(limits.maxBytes()).toResponse()
                : null;
    }
}
