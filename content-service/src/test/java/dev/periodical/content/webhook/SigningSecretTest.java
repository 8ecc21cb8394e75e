package dev.periodical.content.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    /** The vector by which the scheme's reference libraries are tested. */
    @Test
    void signature_isWhatOthersVerify() {
        SigningSecret secret =
                SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();

        assertThat(secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void randomSecret_isOneOfTheScheme_andNeverTheSame() {
        SigningSecret random = SigningSecret.random();

        assertThat(SigningSecret.of(random.text())).contains(random);
        assertThat(SigningSecret.random()).isNotEqualTo(random);
        assertThat(random.toString()).doesNotContain(random.text().substring(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void lengthOfTheScheme_isTaken(int length) {
        assertThat(SigningSecret.of("whsec_" + Base64.getEncoder().encodeToString(new byte[length])))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_!!!",
                "whsec_c2hvcnQ=",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void otherText_isNoSecret(String text) {
        assertThat(SigningSecret.of(text)).isEmpty();
    }
}
