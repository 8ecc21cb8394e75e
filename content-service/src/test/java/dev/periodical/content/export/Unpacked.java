package dev.periodical.content.export;

import dev.periodical.events.DocumentOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipShort;

/**
 * An archive, read by a library.
 *
 * @param origins what stands beside its documents
 */
record Unpacked(Map<String, byte[]> files, Map<String, String> origins) {

    static Unpacked tar(byte[] bytes) {
        Unpacked unpacked = new Unpacked(new LinkedHashMap<>(), new HashMap<>());
        try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpacked.add(entry.getName(), tar.readAllBytes(), entry.getExtraPaxHeader(DocumentOrigin.PAX_KEYWORD));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unpacked;
    }

    static Unpacked zip(byte[] bytes) {
        Unpacked unpacked = new Unpacked(new LinkedHashMap<>(), new HashMap<>());
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(bytes), "UTF-8")) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var field = entry.getExtraField(new ZipShort(DocumentOrigin.ZIP_FIELD));
                unpacked.add(
                        entry.getName(),
                        zip.readAllBytes(),
                        field == null ? null : new String(field.getLocalFileDataData(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unpacked;
    }

    private void add(String name, byte[] bytes, String origin) {
        if (files.put(name, bytes) != null) {
            throw new IllegalStateException(name + " is there twice");
        }
        if (origin != null) {
            origins.put(name, origin);
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The only post's name. */
    String post() {
        return names().stream()
                .filter(name -> name.startsWith("source/_posts/"))
                .reduce((one, other) -> {
                    throw new IllegalStateException(one + " and " + other);
                })
                .orElseThrow();
    }
}
