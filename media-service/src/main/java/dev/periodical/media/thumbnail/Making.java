package dev.periodical.media.thumbnail;

import dev.periodical.media.inspect.Finding;
import dev.periodical.media.inspect.InspectPolicy;
import dev.periodical.media.inspect.Inspection;
import dev.periodical.media.raster.Drawing;
import dev.periodical.media.raster.Raster;
import dev.periodical.media.raster.RasterPool;
import dev.periodical.media.raster.Rasterizer;
import dev.periodical.media.raster.Size;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a thumbnail of a file, in the same file. */
@ApplicationScoped
class Making {

    /** The content type of an empty file: the picture itself is to be shown. */
    static final String AS_IT_IS = "application/vnd.periodical.as-it-is";

    /** A picture longer than so many widths is shown as it is: all of its pixels would have to be held at once. */
    private static final int LONGEST = 4;

    private final RasterPool pool;
    private final Rasterizer rasterizer;

    Making(RasterPool pool, Rasterizer rasterizer) {
        this.pool = pool;
        this.rasterizer = rasterizer;
    }

    /** @return what the file holds now */
    Uni<String> shrink(Path file, int width) {
        return pool.run(() -> {
            try {
                return shrunk(file, width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String shrunk(Path file, int width) throws IOException {
        Finding finding;
        try (var bytes = Files.newInputStream(file)) {
            // what is kept was within whatever bounds held then
            finding = Inspection.whole(
                    bytes, new InspectPolicy(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE));
        }
        if (finding instanceof Finding.Picture picture
                && !picture.animated()
                && picture.width() != null
                && drawn(file, picture, width) instanceof Raster raster
                && raster.width() == width
                && !raster.whole()) {
            return Encoded.into(file, raster);
        }
        Files.write(file, new byte[0]);
        return AS_IT_IS;
    }

    private Drawing drawn(Path file, Finding.Picture picture, int width) {
        return rasterizer.drawn(file, picture.format(), new Size(width, LONGEST * width));
    }
}
