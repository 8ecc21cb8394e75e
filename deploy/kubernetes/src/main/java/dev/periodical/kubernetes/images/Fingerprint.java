package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether an archive's ingredients are the same. */
final class Fingerprint {

    private Fingerprint() {}

    /** The SHA-256 of a base, a layer's files with their places, and flags. */
    static String of(Path base, FileEntriesLayer layer, List<String> flags) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(base, sink);
                for (var entry : layer.getEntries()) {
                    sink.write(entry.getExtractionPath().toString().getBytes(StandardCharsets.UTF_8));
                    Files.copy(entry.getSourceFile(), sink);
                }
                sink.write(String.join(" ", flags).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
