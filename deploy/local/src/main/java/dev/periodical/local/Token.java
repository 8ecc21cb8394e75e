package dev.periodical.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token that opens this suite's doors for writing. It is made once per data folder and kept there, readable by its
 * owner alone; the services get its hash.
 *
 * @param value 64 hex digits
 */
record Token(String value) {

    private static final int BYTES = 32;

    /** The token of a data folder; a new one when it has none. */
    static Token of(Path data) throws IOException {
        Path file = data.resolve("token");
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(file, HexFormat.of().formatHex(random));
        }
        return new Token(Files.readString(file).trim());
    }

    /** SHA-256 of the token, in hex. */
    String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
