package dev.periodical.ingest.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.periodical.events.DocumentOrigin;
import dev.periodical.events.kafka.EventJson;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipShort;

/** What an archive of content-service says beside a document: how it came in once. */
final class Origins {

    private static final ZipShort FIELD = new ZipShort(DocumentOrigin.ZIP_FIELD);

    private Origins() {}

    /** Null where it says nothing, or nothing that can be read: then the path is the identity, as in any tree. */
    static DocumentOrigin of(ArchiveEntry entry) {
        String json = null;
        if (entry instanceof TarArchiveEntry tar) {
            json = tar.getExtraPaxHeader(DocumentOrigin.PAX_KEYWORD);
        } else if (entry instanceof ZipArchiveEntry zip) {
            ZipExtraField field = zip.getExtraField(FIELD);
            json = field == null ? null : new String(field.getLocalFileDataData(), StandardCharsets.UTF_8);
        }
        try {
            return json == null ? null : EventJson.MAPPER.readValue(json, DocumentOrigin.class);
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
