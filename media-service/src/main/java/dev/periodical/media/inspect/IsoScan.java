package dev.periodical.media.inspect;

import dev.periodical.events.FailureReason;
import dev.periodical.media.inspect.Finding.NoPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** AVIF and HEIC: boxes of the ISO base media file format (ISO/IEC 14496-12), the size in {@code ispe} (23008-12). */
final class IsoScan extends Walk {

    private static final int META = 0x6d657461;
    private static final int MOVIE = 0x6d6f6f76; // moov
    private static final int MEDIA_DATA = 0x6d646174; // mdat
    private static final int ITEM_PROPERTIES = 0x69707270; // iprp
    private static final int PROPERTY_CONTAINER = 0x6970636f; // ipco
    private static final int SPATIAL_EXTENT = 0x69737065; // ispe
    private static final int BOX_HEADER = 8;

    private final boolean sequence;
    private int type;
    private boolean described;
    private boolean hasData;

    IsoScan(MediaFormat format, boolean sequence, InspectPolicy policy) {
        super(format, ByteOrder.BIG_ENDIAN, policy);
        this.sequence = sequence;
        read(BOX_HEADER);
    }

    @Override
    void block(ByteBuffer block) {
        if (type == 0) {
            box(block.getInt() & 0xffffffffL, block.getInt());
        } else if (type == META) {
            block.getInt(); // version and flags
            properties(block, 0);
            next();
        } else { // a size of 64 bits
            pass(type, block.getLong() - 2L * BOX_HEADER);
        }
    }

    private void box(long size, int found) {
        if (size == 0) { // to the end of the file, wherever that is
            note(found);
            complete();
        } else if (size == 1) {
            type = found == META ? -1 : found;
            read(8);
        } else if (found == META && size >= BOX_HEADER + 4 && size <= MAX_BLOCK) {
            note(found);
            type = META;
            read((int) size - BOX_HEADER);
        } else if (found == META) {
            refuse(Optional.of(new NoPicture(FailureReason.TOO_LARGE, "metadata of " + size + " bytes")));
        } else {
            pass(found, size - BOX_HEADER);
        }
    }

    private void pass(int found, long payload) {
        if (payload < 0) {
            damaged("a broken box");
        }
        note(found);
        skip(Math.max(0, payload));
        next();
    }

    private void note(int found) {
        described |= found == META || found == MOVIE;
        hasData |= found == MEDIA_DATA;
    }

    private void properties(ByteBuffer in, int depth) {
        while (in.remaining() >= BOX_HEADER) {
            var payload = (in.getInt() & 0xffffffffL) - BOX_HEADER;
            var found = in.getInt();
            if (payload < 0 || payload > in.remaining()) {
                return;
            }
            var inner = in.slice(in.position(), (int) payload);
            in.position(in.position() + (int) payload);
            if ((found == ITEM_PROPERTIES || found == PROPERTY_CONTAINER) && depth < 2) {
                properties(inner, depth + 1);
            } else if (found == SPATIAL_EXTENT && payload >= 12) {
                refuse(canvas.size(inner.getInt(4) & 0xffffffffL, inner.getInt(8) & 0xffffffffL));
            }
        }
    }

    private void next() {
        type = 0;
        read(BOX_HEADER);
    }

    @Override
    boolean sequence() {
        return sequence;
    }

    @Override
    boolean mayEnd() {
        return described && hasData;
    }
}
