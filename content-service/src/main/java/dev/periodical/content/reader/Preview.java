package dev.periodical.content.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** What stands in a picture's place until it has come: its BlurHash, drawn here, so that no script is needed to see it. */
final class Preview {

    /** Enough for four waves; the browser smooths it. */
    private static final int WIDTH = 12;

    private static final int HEIGHT = 9;

    /** About half a megabyte. Drawing one takes longer than asking the database for its article. */
    private static final int REMEMBERED = 1_000;

    private static final Map<String, String> DRAWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    private Preview() {}

    /** A {@code data:} URL of about 400 characters; null where there is no hash. */
    static String of(String blurHash) {
        return blurHash == null ? null : DRAWN.computeIfAbsent(blurHash, Preview::drawn);
    }

    private static String drawn(String blurHash) {
        return BlurHashDrawing.of(blurHash, WIDTH, HEIGHT).map(Preview::url).orElse(null);
    }

    private static String url(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
