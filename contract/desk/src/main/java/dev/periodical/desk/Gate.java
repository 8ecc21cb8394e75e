package dev.periodical.desk;

import dev.periodical.http.PublicAddresses;
import dev.periodical.http.Roles;
import dev.periodical.http.Session;
import dev.periodical.http.Sessions;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the desk: whoever has its cookie, which is good at a desk and nowhere else. What changes something needs,
 * besides, the word of the session's own form and the role {@code operate}, and comes from a page of this very address.
 */
@ApplicationScoped
public class Gate {

    static final String COOKIE = "periodical_desk";
    private static final List<String> PATHS = List.of("/desk", "/content-service/desk", "/media-service/desk");

    private final Sessions sessions;
    private final PublicAddresses addresses;
    private final Board board;

    Gate(Sessions sessions, PublicAddresses addresses, Board board) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.board = board;
    }

    /** @throws NotEntered when nobody is; answered by the way to the form that asks for a token */
    public Session visitor(RoutingContext exchange) {
        return session(exchange).orElseThrow(NotEntered::new);
    }

    Optional<Session> session(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .flatMap(sessions::find);
    }

    /**
     * The visitor, where this post is the visitor's own wish and an operator's.
     *
     * @param form the word that the form sent along
     * @throws HttpProblem 403 when it is not
     */
    public Session operator(RoutingContext exchange, String form) {
        Session visitor = author(exchange, form);
        if (!visitor.may(Roles.OPERATE)) {
            throw forbidden("This needs a token with the role " + Roles.OPERATE + ".");
        }
        return visitor;
    }

    /** The same whatever the visitor's roles are. */
    Session author(RoutingContext exchange, String form) {
        Session visitor = visitor(exchange);
        if (!visitor.wrote(form)) {
            throw forbidden("This was not sent by a form of this session. Reload the page and try again.");
        }
        requireOwnPage(exchange);
        return visitor;
    }

    /** Browsers say where a form stands; what comes from elsewhere is refused. */
    void requireOwnPage(RoutingContext exchange) {
        String origin = exchange.request().getHeader("Origin");
        String host = exchange.request().authority() == null
                ? null
                : exchange.request().authority().toString();
        if (origin != null && !(origin.equals("http://" + host) || origin.equals("https://" + host))) {
            throw forbidden("This was sent by a page of " + origin + ", not of the desk.");
        }
    }

    /** One for each place where a desk may be under this host: whoever has entered one has entered all. */
    NewCookie[] cookies(RoutingContext exchange, String sealed) {
        return cookies(exchange, sealed, Math.toIntExact(Sessions.LASTS.toSeconds()));
    }

    NewCookie[] noCookies(RoutingContext exchange) {
        return cookies(exchange, "", 0);
    }

    private NewCookie[] cookies(RoutingContext exchange, String value, int maxAge) {
        return PATHS.stream()
                .map(path -> new NewCookie.Builder(COOKIE)
                        .value(value)
                        .path(path)
                        .httpOnly(true)
                        .secure(encrypted(exchange))
                        .sameSite(NewCookie.SameSite.STRICT)
                        .maxAge(maxAge)
                        .build())
                .toArray(NewCookie[]::new);
    }

    /** Whether the browser speaks TLS, perhaps to a gateway before this service. */
    private boolean encrypted(RoutingContext exchange) {
        String own = board.service().equals("media") ? addresses.media() : addresses.content();
        return exchange.request().isSSL()
                || "https".equalsIgnoreCase(exchange.request().getHeader("X-Forwarded-Proto"))
                || "https".equals(URI.create(own).getScheme());
    }

    private static HttpProblem forbidden(String detail) {
        return HttpProblem.builder()
                .withStatus(Response.Status.FORBIDDEN)
                .withTitle("Forbidden")
                .withDetail(detail)
                .build();
    }
}
