package dev.periodical.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 as a problem, with the challenge of RFC 6750. Goes before the problem library's own mapper, which was built against an
 * older Quarkus and fails on a field that is gone.
 */
class SecurityProblems {

    private static final int FIRST = Priorities.USER - 1_000;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    Response tokenMissing(UnauthorizedException missing) {
        return unauthorized("This call needs a token: Authorization: Bearer ...", "Bearer realm=\"periodical\"");
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    Response tokenUnknown(AuthenticationFailedException unknown) {
        return unauthorized("Nobody holds this token.", "Bearer realm=\"periodical\", error=\"invalid_token\"");
    }

    private static Response unauthorized(String detail, String challenge) {
        return HttpProblem.builder()
                .withStatus(Response.Status.UNAUTHORIZED)
                .withTitle("Unauthorized")
                .withDetail(detail)
                .withHeader("WWW-Authenticate", challenge)
                .build()
                .toResponse();
    }
}
