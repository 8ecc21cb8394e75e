package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** ICO: a directory of pictures, the largest of which counts; the last byte that any entry names must arrive. */
final class IcoScan extends Walk {

    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int MAX_ENTRIES = 1_000;

    private int entries = -1;

    IcoScan(InspectPolicy policy) {
        super(MediaFormat.ICO, ByteOrder.LITTLE_ENDIAN, policy);
        read(HEADER);
    }

    @Override
    void block(ByteBuffer block) {
        if (entries < 0) {
            entries = block.getShort(4) & 0xffff;
            if (entries == 0 || entries > MAX_ENTRIES) {
                damaged(entries + " entries");
            } else {
                read(entries * ENTRY);
            }
        } else if (canvas.known()) {
            complete();
        } else {
            directory(block);
        }
    }

    private void directory(ByteBuffer block) {
        long end = 0;
        for (int at = 0; at < block.limit(); at += ENTRY) {
            refuse(canvas.size(side(block.get(at)), side(block.get(at + 1))));
            end = Math.max(end, (block.getInt(at + 8) & 0xffffffffL) + (block.getInt(at + 12) & 0xffffffffL));
        }
        var read = HEADER + (long) entries * ENTRY;
        if (end <= read) {
            damaged("no image data");
        } else {
            skip(end - read - 1);
            read(1);
        }
    }

    /** A byte, where zero stands for 256. */
    private static int side(byte stored) {
        return stored == 0 ? 256 : stored & 0xff;
    }
}
