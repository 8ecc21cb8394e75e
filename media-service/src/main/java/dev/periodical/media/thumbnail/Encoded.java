package dev.periodical.media.thumbnail;

import dev.periodical.media.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Writes rasters: JPEG where nothing shows through, else PNG. The same raster gives the same bytes. */
final class Encoded {

    private static final float QUALITY = 0.82f;

    private Encoded() {}

    /** @return the content type */
    static String into(Path file, Raster raster) throws IOException {
        String format = raster.opaque() ? "jpeg" : "png";
        BufferedImage image = new BufferedImage(
                raster.width(),
                raster.height(),
                raster.opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.getRaster().setDataElements(0, 0, raster.width(), raster.height(), raster.argb());
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Files.write(file, new byte[0]); // it holds the picture still
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (raster.opaque()) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return "image/" + format;
    }
}
