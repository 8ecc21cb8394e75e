package dev.periodical.ingest.article;

import dev.periodical.events.Image.Role;
import dev.periodical.ingest.frontmatter.Keys;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pictures that a head names, under the keys that themes use for them. */
final class HeadPictures {

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("headimg", Role.COVER),
            Map.entry("cover", Role.COVER),
            Map.entry("cover_image", Role.COVER),
            Map.entry("coverimage", Role.COVER),
            Map.entry("cover_img", Role.COVER),
            Map.entry("featured_image", Role.COVER),
            Map.entry("feature", Role.COVER),
            Map.entry("feature_img", Role.COVER),
            Map.entry("header_img", Role.COVER),
            Map.entry("banner", Role.COVER),
            Map.entry("banner_img", Role.COVER),
            Map.entry("top_img", Role.COVER),
            Map.entry("image", Role.COVER),
            Map.entry("img", Role.COVER),
            Map.entry("coverimg", Role.COVER),
            Map.entry("cover_url", Role.COVER),
            Map.entry("featuredimage", Role.COVER),
            Map.entry("header_image", Role.COVER),
            Map.entry("headerimage", Role.COVER),
            Map.entry("banner_image", Role.COVER),
            Map.entry("post_img", Role.COVER),
            Map.entry("og_image", Role.COVER),
            Map.entry("ogimage", Role.COVER),
            Map.entry("share_img", Role.COVER),
            Map.entry("background_image", Role.COVER),
            Map.entry("teximage", Role.COVER),
            Map.entry("thumbnail", Role.THUMBNAIL),
            Map.entry("thumb", Role.THUMBNAIL),
            Map.entry("index_img", Role.THUMBNAIL),
            Map.entry("poster", Role.COVER),
            Map.entry("images", Role.INLINE),
            Map.entry("gallery", Role.INLINE),
            Map.entry("photos", Role.INLINE),
            Map.entry("photo", Role.INLINE));

    private HeadPictures() {}

    static void find(Map<String, Object> values, Addresses addresses, Gallery gallery) {
        values.forEach((key, value) -> {
            Role role = ROLES.get(key.toLowerCase(Locale.ROOT).replace('-', '_'));
            for (String text : role == null ? List.<String>of() : Keys.texts(value)) {
                String address = names(text) ? addresses.of(text) : null;
                if (address != null) {
                    gallery.add(address, List.of(), role, null, null, null);
                }
            }
        });
    }

    /** A theme's {@code cover: true} or {@code banner: rgb(…)} is no address. */
    private static boolean names(String text) {
        boolean path = text.indexOf('/') >= 0 && text.chars().noneMatch(Character::isWhitespace);
        return path || text.startsWith("/") || text.contains("://") || Addresses.looksLikePicture(text);
    }
}
