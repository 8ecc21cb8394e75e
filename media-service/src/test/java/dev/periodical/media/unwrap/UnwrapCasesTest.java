package dev.periodical.media.unwrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.outbound.CaseTable;
import dev.periodical.outbound.CaseTable.Row;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row (family, URL as written, origin) of the project's own table, and of those named by
 * {@code -Dperiodical.cases.proxy-urls=FILE[,FILE]}.
 */
class UnwrapCasesTest {

    private final Unwrapper unwrapper = Unwrapper.standard();

    static Stream<Row> rows() {
        return CaseTable.rows("unwrap-cases.tsv", "periodical.cases.proxy-urls");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void origin_isTheFirstCandidate(Row row) {
        assertThat(unwrapper.unwrap(row.second()).get(0).url()).isEqualTo(row.third());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void urlAsWritten_isTheLastCandidate(Row row) {
        var candidates = unwrapper.unwrap(row.second());

        assertThat(candidates.get(candidates.size() - 1)).isEqualTo(new Candidate(row.second(), null));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void origin_isItsOwnOrigin(Row row) {
        var origin = unwrapper.unwrap(row.second()).get(0).url();

        assertThat(unwrapper.unwrap(origin)).containsExactly(new Candidate(origin, null));
    }
}
