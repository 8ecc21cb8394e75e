package dev.periodical.desk;

import dev.periodical.http.Language;
import dev.periodical.http.OwnName;
import dev.periodical.http.PublicAddresses;
import dev.periodical.http.Session;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** How pages of the desk are framed and answered: in the visitor's language, and with nothing from third parties. */
@ApplicationScoped
public class Desk {

    private final PublicAddresses addresses;
    private final DeskConfig config;
    private final Board board;
    private final String assets;

    Desk(PublicAddresses addresses, DeskConfig config, Board board) {
        this.addresses = addresses;
        this.config = config;
        this.board = board;
        this.assets = EventsResource.mark(resource("desk.css") + resource("desk.js"));
    }

    /**
     * The frame of a page.
     *
     * @param visitor null before a token was given
     * @param state see {@link Board#state}
     */
    public Frame frame(RoutingContext exchange, Session visitor, String state) {
        Frame frame = Frame.of(
                Language.of(exchange),
                root(exchange),
                board.service(),
                addresses,
                visitor,
                assets,
                EventsResource.mark(state),
                config.zone());
        String did = exchange.request().getParam("did");
        return did == null
                ? frame
                : frame.after(
                        did,
                        number(exchange.request().getParam("count")),
                        exchange.request().getParam("more") != null);
    }

    /** The words of a bundle in the visitor's language. */
    public <T> T words(RoutingContext exchange, Class<T> bundle) {
        Language language = Language.of(exchange);
        return language == Language.CHINESE
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }

    /** The zone of the times that a page without script shows. */
    public ZoneId zone() {
        return config.zone();
    }

    /** The page, and what a browser may do with it. */
    public RestResponse<TemplateInstance> page(RoutingContext exchange, TemplateInstance page) {
        return RestResponse.ResponseBuilder.ok(
                        page.setLocale(Language.of(exchange).locale()))
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; connect-src 'self' " + addresses.ingest()
                                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .header("Vary", "Cookie, Accept-Language")
                .build();
    }

    /** Back to the page after a button, which says there what it did. */
    public Response back(RoutingContext exchange, String did, long count, boolean more) {
        board.renew();
        return to(exchange, "?did=" + did + "&count=" + count + (more ? "&more" : ""))
                .build();
    }

    /** The way to another page of this desk; relative, for a gateway may speak TLS where this service does not. */
    static Response.ResponseBuilder to(RoutingContext exchange, String below) {
        return Response.status(Response.Status.SEE_OTHER).header("Location", root(exchange) + below);
    }

    /** Where this desk is, as the browser sees it. */
    private static String root(RoutingContext exchange) {
        return OwnName.before(exchange) + "/desk";
    }

    private static String resource(String name) {
        try (InputStream in = Desk.class.getResourceAsStream("/META-INF/resources/desk/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Long number(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElse(0L);
    }
}
