package dev.periodical.content.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.DocumentOrigin;
import dev.periodical.events.kafka.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A zip (PKWARE's APPNOTE 6.3) that is written forward: sizes stand behind the data, names are UTF-8.
 *
 * <p>Written by hand because the libraries hold every entry until the end, a quarter of a gigabyte for 100,000 articles with
 * their pictures. Here the central directory waits in a file, {@link ZipDirectory}.
 */
final class ZipPacking implements Packing {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DATA_DESCRIPTOR = 0x08074b50;
    static final short NEEDED = 20;
    static final short SIZES_BEHIND_AND_UTF8 = 0x0808;
    static final short DEFLATED = 8;
    private static final int FIRST_YEAR = 1980;
    private static final int LONGEST_FIELD = 65_000;

    private final ByteArrayOutputStream pile = new ByteArrayOutputStream();
    private final ZipDirectory directory = new ZipDirectory();
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 crc = new CRC32();
    private final byte[] piece = new byte[16 << 10];
    private long written;
    private long begun;
    private byte[] name;
    private int time;

    static ByteBuffer record(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void begin(String path, long size, Instant modified, boolean packed, DocumentOrigin origin) {
        deflater.reset();
        deflater.setLevel(packed ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        crc.reset();
        name = path.getBytes(StandardCharsets.UTF_8);
        time = dosTime(modified);
        begun = written;
        byte[] field = origin == null ? new byte[0] : field(origin);
        put(record(30 + name.length + field.length)
                .putInt(LOCAL_HEADER)
                .putShort(NEEDED)
                .putShort(SIZES_BEHIND_AND_UTF8)
                .putShort(DEFLATED)
                .putInt(time)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) name.length)
                .putShort((short) field.length)
                .put(name)
                .put(field));
    }

    @Override
    public void write(byte[] bytes) {
        crc.update(bytes);
        deflater.setInput(bytes);
        while (!deflater.needsInput()) {
            deflate();
        }
    }

    private void deflate() {
        int length = deflater.deflate(piece);
        pile.write(piece, 0, length);
        written += length;
    }

    @Override
    public void end() {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        put(record(16)
                .putInt(DATA_DESCRIPTOR)
                .putInt((int) crc.getValue())
                .putInt((int) deflater.getBytesWritten())
                .putInt((int) deflater.getBytesRead()));
        directory.add(name, time, crc.getValue(), deflater.getBytesWritten(), deflater.getBytesRead(), begun);
    }

    @Override
    public boolean finish() {
        byte[] next = directory.next(written);
        pile.writeBytes(next);
        return next.length > 0;
    }

    @Override
    public byte[] taken() {
        byte[] taken = pile.toByteArray();
        pile.reset();
        return taken;
    }

    @Override
    public void close() {
        deflater.end();
        directory.close();
    }

    private void put(ByteBuffer bytes) {
        pile.writeBytes(bytes.array());
        written += bytes.capacity();
    }

    private static byte[] field(DocumentOrigin origin) {
        try {
            byte[] json = EventJson.MAPPER.writeValueAsBytes(origin);
            return json.length > LONGEST_FIELD
                    ? new byte[0]
                    : record(4 + json.length)
                            .putShort((short) DocumentOrigin.ZIP_FIELD)
                            .putShort((short) json.length)
                            .put(json)
                            .array();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an origin that has no JSON", e);
        }
    }

    /** MS-DOS counts from 1980 by two seconds. */
    private static int dosTime(Instant instant) {
        ZonedDateTime at = instant.atZone(ZoneOffset.UTC);
        int year = Math.min(Math.max(at.getYear() - FIRST_YEAR, 0), 127);
        return year << 25
                | at.getMonthValue() << 21
                | at.getDayOfMonth() << 16
                | at.getHour() << 11
                | at.getMinute() << 5
                | at.getSecond() / 2;
    }
}
