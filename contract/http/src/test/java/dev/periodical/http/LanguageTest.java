package dev.periodical.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | zh-CN",
                "zh-CN,zh;q=0.9,en;q=0.8 | zh-CN",
                "zh-Hans-SG | zh-CN",
                "en-GB,en;q=0.9 | en",
                "en;q=0.3,zh;q=0.7 | zh-CN",
                "fr-FR,en;q=0.5 | en",
                "fr | zh-CN",
                "* | zh-CN",
                ";;;q=x | zh-CN"
            })
    void language_isThePreferredOne_elseChinese(String accepted, String spoken) {
        assertThat(Language.preferred(accepted).tag()).isEqualTo(spoken);
    }
}
