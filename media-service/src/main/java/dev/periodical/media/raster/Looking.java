package dev.periodical.media.raster;

import dev.periodical.media.inspect.MediaFormat;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Looks at pictures that are about to be kept. */
@ApplicationScoped
public class Looking {

    private static final Size SMALL = new Size(Look.SIDE, Look.SIDE);

    private final RasterPool pool;
    private final Rasterizer rasterizer;

    Looking(RasterPool pool, Rasterizer rasterizer) {
        this.pool = pool;
        this.rasterizer = rasterizer;
    }

    /**
     * Looks once.
     *
     * @param file the picture's bytes
     * @param format what inspection found them to be
     * @return fails with {@link dev.periodical.events.kafka.TransientFailure} where too many wait already, never because of
     *     the bytes
     */
    public Uni<Look> at(Path file, MediaFormat format) {
        return pool.run(() -> Look.at(rasterizer.drawn(file, format, SMALL), rasterizer.sideways(file, format)));
    }
}
