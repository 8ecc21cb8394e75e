package dev.periodical.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Who an article is, whatever its text becomes: a name-based UUID of version 5 (RFC 9562, 5.5).
 *
 * <p>The name is the client's key when it gives one, else the source link, else author, title and publication date. Each
 * of the three is a name space of its own, so a key that happens to be somebody's link does not meet it.
 */
public final class ArticleId {

    private static final UUID PERIODICAL = UUID.fromString("6f2a1c0e-3d0b-5c8e-9a57-2b7f6f1e4d90");
    private static final char SEPARATOR = '\u001f';

    private ArticleId() {}

    public static String ofKey(String key) {
        return of("key", key);
    }

    public static String ofSource(String link) {
        return of("source", link);
    }

    /**
     * Of what is left when a document names neither key nor link. Null counts as empty.
     *
     * @param published the date as written
     */
    public static String ofContent(String author, String title, String published) {
        return of("content", orEmpty(author), orEmpty(title), orEmpty(published));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String of(String space, String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(PERIODICAL.getMostSignificantBits())
                .putLong(PERIODICAL.getLeastSignificantBits())
                .flip());
        byte[] hash =
                sha1.digest((space + SEPARATOR + String.join("" + SEPARATOR, parts)).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long most = bits.getLong() & ~0xF000L | 0x5000L;
        long least = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
