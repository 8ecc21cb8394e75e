package dev.periodical.content.export;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.content.article.KeptPicture;
import dev.periodical.events.Article;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where things lie in a tree. An article's name is its own whatever else is exported: its day, what it is called, and a piece of
 * its id, so no names need be remembered for the next to be another. One that came from a tree keeps its path where it is given
 * back as written, for there the path is its identity.
 */
final class TreeName {

    private static final String POSTS = "source/_posts/";
    private static final int ID = 12;
    private static final int MEDIA_ID = 16;

    /** Of 255 that a file's name may have, without day, id and ending. */
    private static final int SLUG_BYTES = 180;

    private static final int PATH = 1_000;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern OURS = Pattern.compile(".*/\\d{4,}-\\d\\d-\\d\\d-(?:.*-)?[0-9a-f]{12}\\.[a-z]+");
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(?:md|markdown|mkd|html|htm)", Pattern.DOTALL);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/avif", "avif"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/bmp", "bmp"),
            Map.entry("image/tiff", "tif"),
            Map.entry("image/heic", "heic"),
            Map.entry("image/heif", "heif"),
            Map.entry("image/jxl", "jxl"),
            Map.entry("image/x-icon", "ico"),
            Map.entry("image/vnd.microsoft.icon", "ico"));

    private TreeName() {}

    static String of(KeptArticle kept, Form form, ZoneId zone) {
        String key = kept.article().key();
        return form == Form.ORIGINAL && key != null && ownPath(key) ? key : POSTS + file(kept, zone);
    }

    /** The file's name alone. */
    static String file(KeptArticle kept, ZoneId zone) {
        Article article = kept.article();
        String slug = slug(article.title());
        String called = slug.isEmpty() && article.key() != null ? slug(stem(article.key())) : slug;
        return DAY.format(time(kept).atZone(zone)) + "-" + (called.isEmpty() ? "" : called + "-")
                + article.id().replace("-", "").substring(0, ID) + ".md";
    }

    /** What an article is dated. */
    static Instant time(KeptArticle kept) {
        var published = kept.article().published();
        return published == null || published.instant() == null ? kept.ingestedAt() : published.instant();
    }

    /** How a page of the built site reaches a picture of the article; below {@code source} it lies under the same path. */
    static String link(Article article, KeptPicture picture) {
        return "/images/" + article.id() + "/" + picture.mediaId().substring(0, MEDIA_ID) + "."
                + ENDINGS.getOrDefault(String.valueOf(picture.contentType()), "bin");
    }

    /** A path that a post of a tree has, and that no name of this class is. */
    private static boolean ownPath(String key) {
        boolean safe = key.startsWith(POSTS)
                && key.length() <= PATH
                && DOCUMENT.matcher(key).matches()
                && key.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\')
                && Pattern.compile("/").splitAsStream(key).noneMatch(step -> step.isEmpty() || step.startsWith("."));
        return safe && !OURS.matcher(key).matches();
    }

    private static String stem(String key) {
        return key.substring(key.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]{1,8}$", "");
    }

    private static String slug(String text) {
        String words =
                NO_WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("-");
        StringBuilder slug = new StringBuilder();
        int bytes = 0;
        for (int c : words.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > SLUG_BYTES) {
                break;
            }
            slug.appendCodePoint(c);
        }
        return slug.toString().replaceAll("^-+|-+$", "");
    }
}
