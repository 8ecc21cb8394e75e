package dev.periodical.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a document came in, beside its text: what nobody can tell from the document itself and a reader needs to take it for the
 * same article, in the same revision. Content writes it beside each document that it gives back as it was written; ingest
 * reads it there, and then the file's own path names nothing.
 *
 * @param key the client's own key, null where it gave none
 * @param name a file name with the date that the article has from its file's name, or null
 * @param kind what the body is written in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentOrigin(String key, String name, Body.Kind kind) {

    /** Under this keyword the JSON of this record stands in an entry's extended header (POSIX pax). */
    public static final String PAX_KEYWORD = "PERIODICAL.origin";

    /** Under this number the same stands in an entry's local extra field (ZIP, 4.5). */
    public static final int ZIP_FIELD = 0x5045;

    public static DocumentOrigin of(Article article) {
        StatedDate published = article.published();
        boolean fromName = published != null && published.confidence() == StatedDate.Confidence.FROM_NAME;
        return new DocumentOrigin(
                article.key(),
                fromName ? named(published.raw()) : null,
                article.body().kind());
    }

    /** A day that was folders is one only with a file in it. */
    private static String named(String day) {
        return day.indexOf('/') < 0 ? day : day + "/_";
    }
}
