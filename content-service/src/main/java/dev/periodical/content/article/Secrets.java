package dev.periodical.content.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a document's head nobody is told, with a token or without: passwords, keys and the like under the names that
 * themes and plug-ins have for them, however deep they stand. The archive itself keeps them.
 */
public final class Secrets {

    private static final Set<String> ENDINGS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "credential",
            "credentials");

    private Secrets() {}

    /** A copy in the same order. */
    public static Map<String, Object> without(Map<String, Object> values) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!secret(key)) {
                shown.put(key, shown(value));
            }
        });
        return shown;
    }

    private static Object shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((key, nested) -> inner.put(String.valueOf(key), nested));
            return without(inner);
        }
        return value instanceof List<?> list ? list.stream().map(Secrets::shown).collect(Collectors.toList()) : value;
    }

    private static boolean secret(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[_\\-\\s.]", "");
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
