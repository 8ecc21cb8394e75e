package dev.periodical.media.raster;

import dev.periodical.media.inspect.MediaFormat;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Decodes pictures, the first frame of those that move. Reads only every n-th pixel of a large one, and waits while others
 * hold the memory it needs: together they hold what the configuration allows, whatever the pictures' size.
 */
@ApplicationScoped
public class Rasterizer {

    private final RasterPool pool;
    private final int budget;
    private final Semaphore memory;

    Rasterizer(RasterPool pool, RasterConfig config) {
        this.pool = pool;
        this.budget = config.maxBytes();
        this.memory = new Semaphore(budget, true);
    }

    /**
     * Decodes a file on the pool.
     *
     * @param format what inspection found it to be
     * @param size how large at most; never enlarged, proportions kept
     * @return fails with {@link dev.periodical.events.kafka.TransientFailure} where too many wait already
     */
    public Uni<Drawing> draw(Path file, MediaFormat format, Size size) {
        return pool.run(() -> drawn(file, format, size));
    }

    /** The same on the caller's thread, which must be one of the pool's. */
    public Drawing drawn(Path file, MediaFormat format, Size size) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            Orientation orientation = Exif.orientation(bytes, format);
            ImageReader reader = Formats.reader(format).orElse(null);
            return reader == null
                    ? new Drawing.None(format + " is not decoded here")
                    : drawn(bytes, format, size, reader, orientation);
        } catch (IOException | RuntimeException broken) {
            // readers throw what they like on strangers' bytes
            return new Drawing.None("can't be decoded: " + broken);
        }
    }

    /** Whether it lies on its side in the file, also one that can't be decoded here. */
    boolean sideways(Path file, MediaFormat format) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return Exif.orientation(bytes, format).sideways();
        } catch (IOException | RuntimeException broken) {
            return false; // as it is drawn, and readers of strangers' bytes may throw anything
        }
    }

    private Drawing drawn(
            RandomAccessFile bytes, MediaFormat format, Size size, ImageReader reader, Orientation orientation)
            throws IOException {
        bytes.seek(0);
        try (FileImageInputStream in = new FileImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > Formats.mostPixels(format)) {
                return new Drawing.None(width + "×" + height + " pixels are too many to decode a " + format);
            }
            Decoding decoding = Decoding.plan(width, height, format, size, orientation);
            if (decoding.bytes() > budget) {
                return new Drawing.None(decoding.bytes() + " bytes would be needed to decode it");
            }
            memory.acquireUninterruptibly((int) decoding.bytes());
            try {
                return orientation.applied(decoding.read(reader));
            } finally {
                memory.release((int) decoding.bytes());
            }
        } finally {
            reader.dispose();
        }
    }
}
