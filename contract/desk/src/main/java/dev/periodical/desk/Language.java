package dev.periodical.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Simplified Chinese, or English where the visitor chose it or the browser prefers it. */
enum Language {
    CHINESE("zh-CN", "中文"),
    ENGLISH("en", "English");

    /** Remembers a choice. */
    static final String COOKIE = "periodical_language";

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    String tag() {
        return locale.toLanguageTag();
    }

    String ownName() {
        return ownName;
    }

    Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    TemplateInstance spoken(TemplateInstance page) {
        return page.setLocale(locale);
    }

    <T> T words(Class<T> bundle) {
        return this == CHINESE ? MessageBundles.get(bundle) : MessageBundles.get(bundle, Localized.Literal.of(tag()));
    }

    static Language of(RoutingContext exchange) {
        Cookie chosen = exchange.request().getCookie(COOKIE);
        return Optional.ofNullable(chosen)
                .flatMap(cookie -> named(cookie.getValue()))
                .orElseGet(() -> preferred(exchange.request().getHeader("Accept-Language")));
    }

    static Optional<Language> named(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** @param accepted RFC 9110's Accept-Language, or null */
    static Language preferred(String accepted) {
        if (accepted == null || accepted.length() > 1_000) {
            return CHINESE;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted), List.of(Locale.CHINESE, Locale.ENGLISH, CHINESE.locale));
            return Locale.ENGLISH.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
    }
}
