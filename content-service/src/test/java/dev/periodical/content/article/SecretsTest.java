package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "Password", "post_password", "pwd", "api-key", "API Key", "access_token", "wp.secret"
            })
    void secretKey_isNotShown(String key) {
        assertThat(Secrets.without(Map.of(key, "x"))).isEmpty();
    }

    @Test
    void secretKey_isNotShown_howeverDeep() {
        Object nested = List.of(Map.of("inner", Map.of("password", "x", "kept", 1)));

        assertThat(Secrets.without(Map.of("plugin", nested)))
                .isEqualTo(Map.of("plugin", List.of(Map.of("inner", Map.of("kept", 1)))));
    }

    @Test
    void everythingElse_isShown_inItsOrder() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "密码");
        values.put("passwordless", true);
        values.put("nothing", null);

        assertThat(Secrets.without(values)).containsExactlyEntriesOf(values);
    }
}
