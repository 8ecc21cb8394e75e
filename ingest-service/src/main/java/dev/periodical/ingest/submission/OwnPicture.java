package dev.periodical.ingest.submission;

import dev.periodical.events.Article;
import dev.periodical.events.Image;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A picture that lies where its article lies: its address names no host, or the article's own.
 *
 * @param ref its image ref
 * @param path the path of its address, unescaped; one that begins with a slash counts from the site's root
 * @param put where media-service takes its bytes, without scheme and host
 */
record OwnPicture(String ref, String path, String put) {

    static List<OwnPicture> of(Article article) {
        String origin = origin(article.source());
        return article.images().stream()
                .map(image -> own(image, origin))
                .filter(own -> own != null)
                .toList();
    }

    private static OwnPicture own(Image image, String origin) {
        String url = image.url();
        boolean relative = !url.startsWith("//") && !url.matches("(?is)[a-z][a-z0-9+.-]*:.*");
        if (!relative && (origin == null || !url.startsWith(origin + "/"))) {
            return null;
        }
        String path = relative ? url : url.substring(origin.length());
        String put = "/pictures/" + image.ref() + "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        return new OwnPicture(image.ref(), unescaped(path.replaceFirst("(?s)[?#].*", "")), put);
    }

    private static String origin(String source) {
        try {
            URI uri = source == null ? null : URI.create(source.strip());
            return uri == null || uri.getRawAuthority() == null
                    ? null
                    : uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String unescaped(String path) {
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
