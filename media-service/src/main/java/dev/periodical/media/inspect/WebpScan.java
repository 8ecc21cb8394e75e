package dev.periodical.media.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** WebP (RFC 9649): one RIFF container whose declared length must arrive; the size in VP8, VP8L or VP8X. */
final class WebpScan extends Walk {

    private static final int CHUNK_HEADER = 8;
    private static final int LOSSY = 0x20385056; // "VP8 "
    private static final int LOSSLESS = 0x4c385056; // "VP8L"
    private static final int EXTENDED = 0x58385056; // "VP8X"
    private static final int FRAME = 0x464d4e41; // "ANMF"

    private boolean opened;
    private long left;
    private long padded;
    private int type;

    WebpScan(InspectPolicy policy) {
        super(MediaFormat.WEBP, ByteOrder.LITTLE_ENDIAN, policy);
        skip(4);
        read(8);
    }

    @Override
    void block(ByteBuffer block) {
        if (!opened) {
            opened = true;
            left = (block.getInt() & 0xffffffffL) - 4;
            nextChunk();
        } else if (type == 0 && left < CHUNK_HEADER) {
            end(); // bytes after the container
        } else if (type == 0) {
            chunk(block.getInt(), block.getInt() & 0xffffffffL);
        } else {
            size(block);
            skip(arriving() - block.limit());
            type = 0;
            nextChunk();
        }
    }

    private void end() {
        if (canvas.known()) {
            complete();
        } else {
            damaged("no image data");
        }
    }

    private void chunk(int fourCc, long length) {
        padded = length + (length & 1);
        left -= CHUNK_HEADER + padded;
        if (left < -1) { // the last padding byte is often missing
            damaged("a chunk longer than the file");
            return;
        }
        if (fourCc == FRAME) {
            refuse(canvas.frame());
        }
        var sized = fourCc == LOSSY || fourCc == LOSSLESS || fourCc == EXTENDED;
        if (sized && padded >= 10) {
            type = fourCc;
            read(10);
        } else {
            skip(arriving());
            nextChunk();
        }
    }

    private void size(ByteBuffer block) {
        switch (type) {
            case LOSSY -> refuse(canvas.size(block.getShort(6) & 0x3fff, block.getShort(8) & 0x3fff));
            case LOSSLESS -> {
                var bits = block.getInt(1);
                refuse(canvas.size((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1));
            }
            default -> refuse(canvas.size((block.getInt(4) & 0xffffff) + 1, (block.getInt(6) >>> 8) + 1));
        }
    }

    /** The chunk's length without the last padding byte where the container has no room for it. */
    private long arriving() {
        return left < 0 ? padded - 1 : padded;
    }

    private void nextChunk() {
        read(CHUNK_HEADER);
    }

    @Override
    boolean mayEnd() {
        return canvas.known() && left >= -1 && left < CHUNK_HEADER;
    }
}
