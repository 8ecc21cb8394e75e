package dev.periodical.ingest.batch;

import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a decompressor. Ends where it is out of all proportion to what went in: text shrinks to a tenth, bombs to
 * a thousandth.
 */
final class Unfolded extends Measured {

    private static final long FREE = 64L << 20;
    private static final long RATIO = 200;

    private final Measured folded;

    Unfolded(InputStream in, Measured folded) {
        super(in);
        this.folded = folded;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (passed() > FREE + RATIO * folded.passed()) {
            throw new BrokenContainer("it unfolds to more than " + RATIO + " times its size");
        }
        return count;
    }
}
