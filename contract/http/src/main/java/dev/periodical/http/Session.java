package dev.periodical.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * Somebody who gave a token to a page, for as long as the session lasts and the token is held.
 *
 * @param name the token's name in the configuration
 * @param roles what the token may do now
 * @param formToken what a form of this session has to send along, so that no other site can send it
 */
public record Session(String name, Set<String> roles, String formToken) {

    /** Whether this is the word that this session's own pages put into their forms. */
    public boolean wrote(String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), formToken.getBytes(StandardCharsets.UTF_8));
    }

    /** @param role of {@link Roles} */
    public boolean may(String role) {
        return roles.contains(role);
    }
}
