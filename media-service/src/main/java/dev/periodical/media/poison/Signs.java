package dev.periodical.media.poison;

import dev.periodical.events.FailureReason;
import dev.periodical.media.raster.Raster;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signs that a picture bears itself: it is blank, or its host makes pictures up. */
final class Signs {

    /** Lines and spacers of one colour, by which readers are counted or pages were laid out. */
    private static final int SPACER = 3;

    private static final List<String> PLACEHOLDERS = List.of(
            "picsum.photos",
            "placehold.co",
            "placehold.it",
            "placehold.jp",
            "via.placeholder.com",
            "placeholder.com",
            "dummyimage.com",
            "loremflickr.com",
            "lorempixel.com",
            "source.unsplash.com",
            "placekitten.com",
            "placeimg.com",
            "placebear.com",
            "fakeimg.pl",
            "fpoimg.com");

    private Signs() {}

    static Optional<Suspicion> blank(Sample sample) {
        Raster raster = sample.raster();
        if (raster == null || !isBlank(raster)) {
            return Optional.empty();
        }
        boolean spacer = Math.min(raster.width(), raster.height()) <= SPACER;
        return Optional.of(new Suspicion(
                spacer ? FailureReason.TRACKING_PIXEL : FailureReason.PLACEHOLDER, "all of one colour", false));
    }

    static Optional<Suspicion> placeholder(Sample sample, List<String> more) {
        return List.of(sample.asked(), sample.origin()).stream()
                .map(Signs::host)
                .filter(host -> isWithinAny(host, PLACEHOLDERS) || isWithinAny(host, more))
                .findFirst()
                .map(host -> new Suspicion(FailureReason.PLACEHOLDER, host + " makes pictures up", false));
    }

    private static boolean isBlank(Raster raster) {
        int[] pixels = raster.argb();
        for (int pixel : pixels) {
            boolean bothUnseen = pixel >>> 24 == 0 && pixels[0] >>> 24 == 0;
            if (pixel != pixels[0] && !bothUnseen) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithinAny(String host, List<String> domains) {
        return domains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Of a URL that the guard allowed. */
    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    }
}
