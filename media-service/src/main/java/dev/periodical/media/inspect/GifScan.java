package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** GIF 87a and 89a (CompuServe, 1990): screen, then extensions and frames as sub-blocks, to the trailer. */
final class GifScan extends Walk {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    /** What the next block is. */
    private enum Expect {
        SCREEN,
        INTRODUCER,
        DESCRIPTOR,
        SUB_BLOCK
    }

    private Expect expect = Expect.SCREEN;

    GifScan(InspectPolicy policy) {
        super(MediaFormat.GIF, ByteOrder.LITTLE_ENDIAN, policy);
        skip(6);
        read(7);
    }

    @Override
    void block(ByteBuffer block) {
        switch (expect) {
            case SCREEN -> {
                refuse(canvas.size(block.getShort() & 0xffff, block.getShort() & 0xffff));
                skip(colourTable(block.get()));
                next(Expect.INTRODUCER, 1);
            }
            case INTRODUCER -> introducer(block.get());
            case DESCRIPTOR -> {
                var right = (block.getShort() & 0xffff) + (block.getShort(4) & 0xffff);
                var bottom = (block.getShort(2) & 0xffff) + (block.getShort(6) & 0xffff);
                refuse(canvas.size(right, bottom));
                refuse(canvas.frame());
                skip(colourTable(block.get(8)) + 1); // and the LZW code size
                next(Expect.SUB_BLOCK, 1);
            }
            case SUB_BLOCK -> {
                var length = block.get() & 0xff;
                skip(length);
                next(length == 0 ? Expect.INTRODUCER : Expect.SUB_BLOCK, 1);
            }
        }
    }

    private void introducer(int found) {
        switch (found) {
            case EXTENSION -> {
                skip(1); // its label
                next(Expect.SUB_BLOCK, 1);
            }
            case FRAME -> next(Expect.DESCRIPTOR, 9);
            case TRAILER -> complete();
            case 0 -> next(Expect.INTRODUCER, 1); // padding, as some writers leave it
            default -> damaged("an unknown block");
        }
    }

    private void next(Expect what, int length) {
        expect = what;
        read(length);
    }

    private static long colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }
}
