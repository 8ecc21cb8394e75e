package dev.periodical.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.periodical.media.unwrap.Encoding;
import dev.periodical.media.unwrap.FamilyRule;
import dev.periodical.media.unwrap.Place;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredTest {

    private final Map<String, String> keys = new HashMap<>(Map.of(
            "periodical.unwrap.families[0].name", "own",
            "periodical.unwrap.families[0].pattern", "p.example/*",
            "periodical.unwrap.families[0].place", "path-parameter",
            "periodical.unwrap.families[0].key", "src",
            "periodical.unwrap.families[0].encoding", "base64",
            "periodical.ladder.rules.own.hosts", "a.example,b.example",
            "periodical.ladder.rules.own.referer", "https://a.example/",
            "periodical.ladder.originals.own.find", "^/s/"));

    @Test
    void family_isReadFromItsKeys() {
        assertThat(Configured.families(unwrap()))
                .containsExactly(new FamilyRule("own", "p.example/*", Place.PATH_PARAMETER, "src", Encoding.BASE64));
    }

    @Test
    void brokenFamily_isToldByItsKey() {
        keys.put("periodical.unwrap.families[0].pattern", "p.example");

        assertThatThrownBy(() -> Configured.families(unwrap()))
                .hasMessageContaining("periodical.unwrap.families[0]")
                .hasMessageContaining("slash");
    }

    @Test
    void unknownEncoding_isToldByItsKey() {
        keys.put("periodical.unwrap.families[0].encoding", "rot13");

        assertThatThrownBy(this::unwrap).hasMessageContaining("periodical.unwrap.families[0].encoding");
    }

    @Test
    void hostRule_holdsForEachOfItsHosts() {
        assertThat(Configured.hostRules(rungs()).of("img.b.example").referer()).isEqualTo("https://a.example/");
    }

    @Test
    void brokenExpression_isToldByItsKey() {
        keys.put("periodical.ladder.originals.own.find", "(");

        assertThatThrownBy(() -> Configured.originals(rungs()))
                .hasMessageContaining("periodical.ladder.originals.own.find");
    }

    private UnwrapConfig unwrap() {
        return new SmallRyeConfigBuilder()
                .withMapping(UnwrapConfig.class)
                .withDefaultValues(keys)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(UnwrapConfig.class);
    }

    private RungsConfig rungs() {
        return new SmallRyeConfigBuilder()
                .withMapping(RungsConfig.class)
                .withDefaultValues(keys)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(RungsConfig.class);
    }
}
