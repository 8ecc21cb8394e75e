package dev.periodical.http;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pages speak: Simplified Chinese, or English where the visitor chose it or the browser prefers it. */
public enum Language {
    /** Simplified Chinese. */
    CHINESE("zh-CN", "中文"),
    /** English. */
    ENGLISH("en", "English");

    private static final String COOKIE = "periodical_language";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final int LONGEST = 1_000;

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /** BCP 47. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** For templates and their messages. */
    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** Where a switch leads. */
    public Language other() {
        return this == CHINESE ? ENGLISH : CHINESE;
    }

    /** A cookie by which the choice of this one is remembered, for the whole of a service. */
    public NewCookie remembered() {
        return new NewCookie.Builder(COOKIE)
                .value(tag())
                .path("/")
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .maxAge(Math.toIntExact(REMEMBERED.toSeconds()))
                .build();
    }

    /** The one to answer this request in. */
    public static Language of(RoutingContext exchange) {
        Cookie chosen = exchange.request().getCookie(COOKIE);
        return Optional.ofNullable(chosen)
                .flatMap(cookie -> named(cookie.getValue()))
                .orElseGet(() -> preferred(exchange.request().getHeader("Accept-Language")));
    }

    /** The one with this tag. */
    public static Optional<Language> named(String tag) {
        return List.of(values()).stream()
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** @param accepted RFC 9110's Accept-Language, or null */
    static Language preferred(String accepted) {
        if (accepted == null || accepted.length() > LONGEST) {
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
