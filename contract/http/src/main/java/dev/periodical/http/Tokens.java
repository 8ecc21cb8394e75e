package dev.periodical.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tokens as they stand at one moment. Hashes are compared in constant time and all of them are always compared, so an
 * answer's time tells nothing of them.
 */
final class Tokens {

    private static final Set<String> KNOWN_ROLES = Set.of(Roles.WRITE, Roles.OPERATE);

    /**
     * Whoever holds a token.
     *
     * @param name the token's name in the configuration
     * @param allowance how much may be asked with it
     */
    record Holder(String name, Set<String> roles, Allowance allowance) {}

    private record Entry(byte[] hash, Holder holder) {}

    private final List<Entry> entries;

    private Tokens(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * @param common the limits of tokens that state none
     * @param called what the operator calls a token's setting, by the token's and the setting's name
     * @throws IllegalArgumentException naming the setting that holds no SHA-256, an unknown role or an impossible limit
     */
    static Tokens of(
            Map<String, ? extends TokensConfig.Token> byName, TokenLimits common, BinaryOperator<String> called) {
        return new Tokens(byName.entrySet().stream()
                .map(token -> entry(token.getKey(), token.getValue(), common, called))
                .toList());
    }

    private static Entry entry(
            String name, TokensConfig.Token token, TokenLimits common, BinaryOperator<String> called) {
        String hex = token.sha256().strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    called.apply(name, "sha256") + " must be the token's SHA-256: 64 hex digits");
        }
        for (String role : token.roles()) {
            if (!KNOWN_ROLES.contains(role)) {
                throw new IllegalArgumentException(called.apply(name, "roles") + " has '" + role + "'; there are "
                        + Roles.WRITE + " and " + Roles.OPERATE);
            }
        }
        Limits limits = Limits.of(token, common, setting -> called.apply(name, setting));
        return new Entry(
                HexFormat.of().parseHex(hex), new Holder(name, Set.copyOf(token.roles()), new Allowance(limits)));
    }

    /** These and those. */
    Tokens and(Tokens others) {
        return new Tokens(
                Stream.concat(entries.stream(), others.entries.stream()).toList());
    }

    /** These, with the accounts that they had before: what was used stays used where name and limits stay. */
    Tokens after(Tokens before) {
        return new Tokens(entries.stream().map(entry -> kept(entry, before)).toList());
    }

    private static Entry kept(Entry entry, Tokens before) {
        Holder now = entry.holder();
        return before.entries.stream()
                .map(Entry::holder)
                .filter(old -> old.name().equals(now.name())
                        && old.allowance().limits().equals(now.allowance().limits()))
                .findFirst()
                .map(old -> new Entry(entry.hash(), new Holder(now.name(), now.roles(), old.allowance())))
                .orElse(entry);
    }

    /** The names of all that are held. */
    Set<String> names() {
        return entries.stream().map(entry -> entry.holder().name()).collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds this token, if anybody does. */
    Optional<Holder> holder(String token) {
        byte[] hash = sha256(token);
        Holder holder = null;
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash(), hash)) {
                holder = entry.holder();
            }
        }
        return Optional.ofNullable(holder);
    }

    /** The token sealed with its own hash; nothing where nobody holds it. */
    Optional<String> sealed(SealedToken token) {
        byte[] hash = sha256(token.token());
        return holder(token.token()).map(holder -> token.sealed(hash));
    }

    /** Whose token was sealed there, until its end. */
    Optional<Session> session(String sealed, Instant now) {
        Session session = null;
        for (Entry entry : entries) {
            boolean its = SealedToken.open(sealed, entry.hash())
                    .filter(token -> now.isBefore(token.until()))
                    .filter(token -> MessageDigest.isEqual(entry.hash(), sha256(token.token())))
                    .isPresent();
            if (its) {
                session = new Session(
                        entry.holder().name(), entry.holder().roles(), SealedToken.sign(sealed, entry.hash()));
            }
        }
        return Optional.ofNullable(session);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
