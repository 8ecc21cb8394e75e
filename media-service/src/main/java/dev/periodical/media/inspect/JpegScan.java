package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** JPEG (ITU-T T.81, annex B): marker segments from SOI to EOI, the size in the frame header. */
final class JpegScan extends Walk {

    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /** What the next block is. */
    private enum Expect {
        MARKER,
        LENGTH,
        FRAME
    }

    private Expect expect = Expect.MARKER;
    private int marker;
    private int length;
    private boolean inScan;

    JpegScan(InspectPolicy policy) {
        super(MediaFormat.JPEG, ByteOrder.BIG_ENDIAN, policy);
        skip(2);
        nextMarker();
    }

    @Override
    void block(ByteBuffer block) {
        switch (expect) {
            case MARKER -> marker(block.get() & 0xff);
            case LENGTH -> segment((block.getShort() & 0xffff) - 2);
            case FRAME -> {
                block.get(); // sample precision
                var height = block.getShort() & 0xffff;
                refuse(canvas.size(block.getShort() & 0xffff, height));
                skip(length - 5L);
                nextMarker();
            }
        }
    }

    private void marker(int found) {
        if (found == MARKER) {
            read(1); // fill bytes
        } else if (found == 0 || found >= 0xd0 && found <= 0xd8 || found == 0x01) {
            nextMarker(); // a stuffed byte, a restart, or another marker without a segment
        } else if (found == END_OF_IMAGE) {
            end();
        } else {
            marker = found;
            expect = Expect.LENGTH;
            read(2);
        }
    }

    private void segment(int payload) {
        length = payload;
        if (payload < 0) {
            damaged("a broken segment");
        } else if (isFrame(marker) && payload >= 6) {
            expect = Expect.FRAME;
            read(5);
        } else {
            inScan |= marker == START_OF_SCAN;
            skip(payload);
            nextMarker();
        }
    }

    private void end() {
        if (canvas.known() && inScan) {
            complete();
        } else {
            damaged("no image data");
        }
    }

    private void nextMarker() {
        expect = Expect.MARKER;
        seek(MARKER);
        read(1);
    }

    /** SOF0 to SOF15, among which DHT, JPG and DAC sit. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
