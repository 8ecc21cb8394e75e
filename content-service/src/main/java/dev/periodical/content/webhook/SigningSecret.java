package dev.periodical.content.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A symmetric secret of the Standard Webhooks scheme (1.0): {@code whsec_} and 24 to 64 random bytes in base64.
 *
 * @param text as it is shown, once
 */
public record SigningSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST = 24;
    private static final int MOST = 64;
    private static final int OURS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static SigningSecret random() {
        byte[] key = new byte[OURS];
        RANDOM.nextBytes(key);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** The one that a receiver has chosen; empty where this is none. */
    public static Optional<SigningSecret> of(String text) {
        if (!text.startsWith(PREFIX) || text.length() > 2 * MOST) {
            return Optional.empty();
        }
        try {
            int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return length < FEWEST || length > MOST ? Optional.empty() : Optional.of(new SigningSecret(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param id of the message, without a dot
     * @param timestamp of the attempt, in seconds since 1970
     */
    String signature(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
