package dev.periodical.content.reader;

import dev.periodical.http.Language;
import dev.periodical.http.PublicAddresses;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** How the reader's pages are framed and answered: in the visitor's language, and with nothing from third parties. */
@ApplicationScoped
class PageAnswer {

    private final PublicAddresses addresses;

    PageAnswer(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    Frame frame(RoutingContext exchange, String words) {
        Language language = Language.of(exchange);
        return new Frame(
                language.tag(),
                language.other().tag(),
                language.other().ownName(),
                "/language?to=" + language.other().tag() + "&back="
                        + Links.segment(exchange.request().uri()),
                addresses.content(),
                words);
    }

    static ReaderMessages words(Language language) {
        return language == Language.CHINESE
                ? MessageBundles.get(ReaderMessages.class)
                : MessageBundles.get(ReaderMessages.class, Localized.Literal.of(language.tag()));
    }

    RestResponse<TemplateInstance> of(int status, TemplateInstance page, Language language) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(status), page.setLocale(language.locale()))
                .header("Content-Security-Policy", contentSecurityPolicy())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Authorization, Accept-Language, Cookie")
                .build();
    }

    /**
     * Nothing but our own style and script, the kept pictures, and their previews, which are in the page: an article's markup
     * can reach no third party and run nothing.
     */
    private String contentSecurityPolicy() {
        return "default-src 'self'; img-src 'self' data: " + addresses.media()
                + "; media-src 'none'; frame-src 'none'; object-src 'none'; style-src 'self' 'unsafe-inline';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
