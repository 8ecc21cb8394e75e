package dev.periodical.ingest.article;

import dev.periodical.events.Image;
import dev.periodical.events.Image.Role;
import dev.periodical.events.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pictures of one article in document order, one per URL; what later finds know of the same URL is added. */
final class Gallery {

    private static final int MOST = 10_000;

    private final Map<String, Image> images = new LinkedHashMap<>();
    private final int longestDataUrl;
    private int tooLong;
    private int tooMany;

    Gallery(int longestDataUrl) {
        this.longestDataUrl = longestDataUrl;
    }

    /** An empty one with the same bounds. */
    Gallery another() {
        return new Gallery(longestDataUrl);
    }

    /** Adds a find; false where it can't be carried, so its place must not name it either. */
    boolean add(String url, List<String> alternatives, Role role, String alt, Integer width, Integer height) {
        if (url.regionMatches(true, 0, "data:", 0, 5) && url.length() > longestDataUrl) {
            tooLong++;
            return false;
        }
        if (images.size() >= MOST && !images.containsKey(url)) {
            tooMany++;
            return false;
        }
        Set<String> others = new LinkedHashSet<>(alternatives);
        others.remove(url);
        Image found = new Image(ImageRef.of(url), url, List.copyOf(others), role, alt, width, height);
        images.merge(url, found, Gallery::joined);
        return true;
    }

    List<Image> images() {
        return List.copyOf(images.values());
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        long relative = images.keySet().stream().filter(Addresses::relative).count();
        if (relative > 0) {
            String message =
                    relative + " pictures have relative addresses and there is no base to resolve them against";
            warnings.add(Warning.of("relative-picture", message));
        }
        if (tooLong > 0) {
            warnings.add(Warning.of("data-url-too-long", tooLong + " data: pictures are too long to be kept"));
        }
        if (tooMany > 0) {
            warnings.add(
                    Warning.of("too-many-pictures", tooMany + " pictures beyond the first " + MOST + " were left out"));
        }
        return warnings;
    }

    private static Image joined(Image first, Image second) {
        Set<String> alternatives = new LinkedHashSet<>(first.alternatives());
        alternatives.addAll(second.alternatives());
        return new Image(
                first.ref(),
                first.url(),
                List.copyOf(alternatives),
                first.role().compareTo(second.role()) <= 0 ? first.role() : second.role(),
                first.alt() == null ? second.alt() : first.alt(),
                first.width() == null ? second.width() : first.width(),
                first.height() == null ? second.height() : first.height());
    }
}
