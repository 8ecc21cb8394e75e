package dev.periodical.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configured tokens. Hashes are compared in constant time and all of them are always compared, so an answer's time tells
 * nothing of them.
 */
public final class Tokens {

    private static final Set<String> KNOWN_ROLES = Set.of(Roles.WRITE, Roles.OPERATE);

    /**
     * Whoever holds a token.
     *
     * @param name the token's name in the configuration
     */
    public record Holder(String name, Set<String> roles) {}

    private record Entry(byte[] hash, Holder holder) {}

    private final List<Entry> entries;

    /** @throws IllegalArgumentException naming the property that holds no SHA-256 or an unknown role */
    public Tokens(Map<String, TokensConfig.Token> byName) {
        this.entries = byName.entrySet().stream()
                .map(token -> entry(token.getKey(), token.getValue()))
                .toList();
    }

    private static Entry entry(String name, TokensConfig.Token token) {
        String property = "periodical.tokens." + name;
        String hex = token.sha256().strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(property + ".sha256 must be the token's SHA-256: 64 hex digits");
        }
        for (String role : token.roles()) {
            if (!KNOWN_ROLES.contains(role)) {
                throw new IllegalArgumentException(
                        property + ".roles has '" + role + "'; there are " + Roles.WRITE + " and " + Roles.OPERATE);
            }
        }
        return new Entry(HexFormat.of().parseHex(hex), new Holder(name, Set.copyOf(token.roles())));
    }

    /** Who holds this token, if anybody does. */
    public Optional<Holder> holder(String token) {
        byte[] hash = sha256(token);
        Holder holder = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash(), hash)) {
                holder = entry.holder();
            }
        }
        return Optional.ofNullable(holder);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
