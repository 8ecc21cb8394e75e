package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** BMP: the file header's length must arrive; the size in whichever bitmap header follows it. */
final class BmpScan extends Walk {

    /** The lengths of the known bitmap headers; anything else is text that begins with BM. */
    private static final Set<Integer> HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);

    private static final int HEADERS_READ = 26;

    private boolean lengthUnstated;
    private boolean inHeaders = true;

    BmpScan(InspectPolicy policy) {
        super(MediaFormat.BMP, ByteOrder.LITTLE_ENDIAN, policy);
        read(HEADERS_READ);
    }

    static boolean isBitmapHeader(int length) {
        return HEADERS.contains(length);
    }

    @Override
    void block(ByteBuffer block) {
        if (!inHeaders) {
            complete();
            return;
        }
        inHeaders = false;
        var early = block.getInt(14) == 12;
        refuse(
                early
                        ? canvas.size(block.getShort(18) & 0xffff, block.getShort(20) & 0xffff)
                        : canvas.size(block.getInt(18), Math.abs((long) block.getInt(22))));
        var length = block.getInt(2) & 0xffffffffL;
        lengthUnstated = length <= HEADERS_READ;
        skip(Math.max(0, length - HEADERS_READ - 1));
        read(1);
    }

    @Override
    boolean mayEnd() {
        return lengthUnstated;
    }
}
