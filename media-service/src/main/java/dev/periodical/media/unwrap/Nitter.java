package dev.periodical.media.unwrap;

import java.util.List;
import java.util.Optional;

/** Nitter, on whatever host: {@code /pic/media%2Fname.jpg} is that path of Twitter's picture host. */
record Nitter(String name) implements Family {

    private static final String ORIGIN = "https://pbs.twimg.com/";

    private static final List<String> DIRECTORIES = List.of(
            "media/",
            "profile_images/",
            "profile_banners/",
            "card_img/",
            "ext_tw_video_thumb/",
            "tweet_video_thumb/",
            "amplify_video_thumb/");

    @Override
    public Optional<String> target(Link link) {
        if (!link.path().startsWith("/pic/")) {
            return Optional.empty();
        }
        var original = link.path().startsWith("/pic/orig/");
        var picture = Percent.decode(link.pathAfter(original ? 2 : 1));
        if (picture.startsWith("pbs.twimg.com/")) {
            return Optional.of("https://" + picture);
        }
        return DIRECTORIES.stream().anyMatch(picture::startsWith) ? Optional.of(ORIGIN + picture) : Optional.empty();
    }
}
