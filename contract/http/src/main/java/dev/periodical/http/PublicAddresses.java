package dev.periodical.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where a browser reaches the services. They never call each other; answers and pages link to them all. */
@ConfigMapping(prefix = "periodical.addresses")
public interface PublicAddresses {

    /** Of ingest-service, without a closing slash. */
    @WithDefault("http://localhost:8081")
    String ingest();

    /** Of content-service, without a closing slash. */
    @WithDefault("http://localhost:8082")
    String content();

    /** Of media-service, without a closing slash. */
    @WithDefault("http://localhost:8083")
    String media();

    /** Where content-service answers for an article. */
    default String article(String id) {
        return content() + "/articles/" + id;
    }

    /** The widths in pixels that a kept picture can be had in besides its own. */
    List<Integer> THUMBNAIL_WIDTHS = List.of(320, 640, 1280);

    /** Where media-service serves a kept picture. */
    default String picture(String mediaId) {
        return media() + "/media/" + mediaId;
    }

    /**
     * Where media-service serves it no wider than so.
     *
     * @param width one of {@link #THUMBNAIL_WIDTHS}
     */
    default String picture(String mediaId, int width) {
        return picture(mediaId) + "?width=" + width;
    }
}
