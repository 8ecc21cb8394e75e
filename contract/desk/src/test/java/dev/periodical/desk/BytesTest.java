package dev.periodical.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "10485760, 10 MiB", "9223372036854775807, 8192 PiB"})
    void size_isReadable(long bytes, String shown) {
        assertThat(Bytes.shown(bytes)).isEqualTo(shown);
    }
}
