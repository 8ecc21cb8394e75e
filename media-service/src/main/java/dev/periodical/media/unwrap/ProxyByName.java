package dev.periodical.media.unwrap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Anybody's proxy that says so: a host or path with a telling word, and an absolute URL in one of the usual parameters. A
 * word that only speaks of pictures tells when the target looks like one. A parameter alone does not tell: {@code
 * /redirect?url=} leads to pages.
 */
record ProxyByName(String name) implements Family {

    private static final List<String> PROXY_WORDS =
            List.of("proxy", "picreverse", "hotlink", "resize", "thumb.php", "cors.", ".workers.dev");

    private static final List<String> PICTURE_WORDS = List.of("image", "img", "pic", "thumb", "photo");

    private static final List<String> PICTURE_ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg");

    private static final List<String> PARAMETERS =
            List.of("url", "src", "u", "image", "img", "uri", "imgurl", "image_url", "imageUrl", "piurl", "target");

    @Override
    public Optional<String> target(Link link) {
        if (link.query() == null) {
            return Optional.empty();
        }
        var path = link.path().toLowerCase(Locale.ROOT);
        var isProxy = PROXY_WORDS.stream().anyMatch(word -> link.host().contains(word) || path.contains(word));
        if (!isProxy && PICTURE_WORDS.stream().noneMatch(path::contains)) {
            return Optional.empty();
        }
        return PARAMETERS.stream()
                .flatMap(parameter -> link.parameter(parameter).stream())
                .flatMap(value -> Embedded.absolute(value).stream())
                .filter(url -> isProxy || looksLikePicture(url))
                .findFirst();
    }

    private static boolean looksLikePicture(String url) {
        var query = url.indexOf('?');
        var path = (query < 0 ? url : url.substring(0, query)).toLowerCase(Locale.ROOT);
        return PICTURE_ENDINGS.stream().anyMatch(path::endsWith);
    }
}
