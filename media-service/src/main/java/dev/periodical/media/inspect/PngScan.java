package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** PNG and APNG (ISO/IEC 15948, W3C PNG 3rd edition): signature, chunks from IHDR to IEND. */
final class PngScan extends Walk {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int CRC_LENGTH = 4;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int FRAME_CONTROL = 0x6663544c; // fcTL

    /** What the next block is. */
    private enum Expect {
        CHUNK,
        HEADER,
        LAST_CRC
    }

    private Expect expect = Expect.CHUNK;
    private boolean hasData;

    PngScan(InspectPolicy policy) {
        super(MediaFormat.PNG, ByteOrder.BIG_ENDIAN, policy);
        skip(SIGNATURE_LENGTH);
        read(8);
    }

    @Override
    void block(ByteBuffer block) {
        switch (expect) {
            case CHUNK -> chunk(block.getInt(), block.getInt());
            case HEADER -> {
                refuse(canvas.size(block.getInt() & 0xffffffffL, block.getInt() & 0xffffffffL));
                skip(5 + CRC_LENGTH);
                next(Expect.CHUNK, 8);
            }
            case LAST_CRC -> complete();
        }
    }

    private void chunk(int length, int type) {
        if (length < 0 || !canvas.known() && (type != IHDR || length != 13)) {
            damaged("a broken chunk");
        } else if (!canvas.known()) {
            next(Expect.HEADER, 8);
        } else if (type == IEND) {
            end();
        } else {
            hasData |= type == IDAT;
            if (type == FRAME_CONTROL) {
                refuse(canvas.frame());
            }
            skip((long) length + CRC_LENGTH);
            next(Expect.CHUNK, 8);
        }
    }

    private void end() {
        if (hasData) {
            next(Expect.LAST_CRC, CRC_LENGTH);
        } else {
            damaged("no image data");
        }
    }

    private void next(Expect what, int length) {
        expect = what;
        read(length);
    }
}
