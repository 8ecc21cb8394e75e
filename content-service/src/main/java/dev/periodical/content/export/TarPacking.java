package dev.periodical.content.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.DocumentOrigin;
import dev.periodical.events.kafka.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar with POSIX extended headers where a name is long or has more than ASCII. */
final class TarPacking implements Packing {

    private final ByteArrayOutputStream pile = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(pile, StandardCharsets.UTF_8.name());

    TarPacking() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void begin(String name, long size, Instant modified, boolean packed, DocumentOrigin origin) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setLastModifiedTime(FileTime.fromMillis(Math.max(0, modified.toEpochMilli() / 1000 * 1000)));
        try {
            if (origin != null) {
                entry.addPaxHeader(DocumentOrigin.PAX_KEYWORD, EventJson.MAPPER.writeValueAsString(origin));
            }
            tar.putArchiveEntry(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an origin that has no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(byte[] bytes) {
        try {
            tar.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        try {
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean finish() {
        try {
            tar.finish();
            tar.flush();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] taken() {
        byte[] taken = pile.toByteArray();
        pile.reset();
        return taken;
    }

    @Override
    public void close() {
        // holds memory alone
    }
}
