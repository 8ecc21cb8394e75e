package dev.periodical.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A token and an end, sealed so that whoever has the token's configured hash can open it (AES-256-GCM) and find the token. So
 * the hash alone makes no seal, as it opens no door; what was sealed alone shows no token; and it is worth nothing once the
 * hash is configured no more.
 *
 * @param until when it ends
 */
record SealedToken(String token, Instant until) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    String sealed(byte[] hash) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] text = token.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(until.getEpochSecond())
                .put(text)
                .array();
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, hash, nonce).doFinal(plain);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(nonce.length + closed.length)
                            .put(nonce)
                            .put(closed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM", e);
        }
    }

    /** What this hash finds in there; nothing where it was sealed with another, or touched. */
    static Optional<SealedToken> open(String sealed, byte[] hash) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            ByteBuffer plain = ByteBuffer.wrap(
                    cipher(Cipher.DECRYPT_MODE, hash, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
            Instant until = Instant.ofEpochSecond(plain.getLong());
            return Optional.of(
                    new SealedToken(StandardCharsets.UTF_8.decode(plain).toString(), until));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** A word that only this hash can make of this text. */
    static String sign(String text, byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(hash, "periodical form\n" + text));
    }

    private static Cipher cipher(int mode, byte[] hash, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(mac(hash, "periodical session"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] mac(byte[] hash, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hash, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
