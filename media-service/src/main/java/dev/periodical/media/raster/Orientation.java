package dev.periodical.media.raster;

/** How a picture is to be turned to stand upright (EXIF 2.32, tag 0x0112). */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Anything but 1 to 8 means nothing. */
    static Orientation of(int tag) {
        return tag < 1 || tag > 8 ? UPRIGHT : new Orientation(tag);
    }

    /** Lies on its side: width and height change places. */
    boolean sideways() {
        return tag > 4;
    }

    Raster applied(Raster lying) {
        if (tag == 1) {
            return lying;
        }
        int width = sideways() ? lying.height() : lying.width();
        int height = sideways() ? lying.width() : lying.height();
        int[] upright = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                upright[y * width + x] = lying.argb()[source(x, y, lying.width(), lying.height())];
            }
        }
        return new Raster(width, height, upright, lying.opaque(), lying.whole());
    }

    private int source(int x, int y, int width, int height) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (tag) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
