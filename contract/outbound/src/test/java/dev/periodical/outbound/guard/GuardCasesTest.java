package dev.periodical.outbound.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.periodical.events.FailureReason;
import dev.periodical.outbound.CaseTable;
import dev.periodical.outbound.CaseTable.Row;
import dev.periodical.outbound.guard.Verdict.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row (target, must it be blocked, why) of the project's own table, and of those named by
 * {@code -Dperiodical.cases.ssrf=FILE[,FILE]}. Rows {@code dns:name=answer URL} are judged with that answer; rows
 * {@code redirect:} and {@code resp:} need a server and belong to the fetch room's tests.
 */
class GuardCasesTest {

    private final Guard guard = new Guard(GuardPolicy.standard()
            .denyingHosts(List.of("*.internal.example.org"))
            .owning(Set.of("media.self.example", "pictures.own.example")));

    static Stream<Row> rows() {
        return CaseTable.rows("guard-cases.tsv", "periodical.cases.ssrf")
                .filter(row ->
                        !row.first().startsWith("redirect:") && !row.first().startsWith("resp:"));
    }

    static Stream<Row> rowsWithEscapes() {
        return rows().filter(row -> row.first().indexOf('\\') >= 0);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void target_isBlockedWhenItMustBe(Row row) throws UnknownHostException {
        assertThat(refusal(row.first()).isPresent()).isEqualTo(row.second().equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("rowsWithEscapes")
    void target_isBlockedAlsoWithItsEscapesResolved(Row row) throws UnknownHostException {
        var resolved = row.first().replace("\\r", "\r").replace("\\n", "\n").replace("\\\\", "\\");

        assertThat(refusal(resolved).isPresent()).isEqualTo(row.second().equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusal_isOfAKindThatIsNotRetried(Row row) throws UnknownHostException {
        assertThat(refusal(row.first()).map(Refusal::reason).map(FailureReason::kind))
                .isIn(Optional.empty(), Optional.of(FailureReason.Kind.REFUSED));
    }

    private Optional<Refusal> refusal(String target) throws UnknownHostException {
        if (!target.startsWith("dns:")) {
            return guard.check(target) instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
        }
        var space = target.indexOf(' ');
        var answer = target.substring(target.indexOf('=') + 1, space);
        if (guard.check(target.substring(space + 1)) instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (answer.startsWith("CNAME:")) {
            // a resolver follows the alias: to loopback here
            return guard.checkAll(List.of(InetAddress.getLoopbackAddress()));
        }
        var first = answer.split("\\|")[0]; // what a second lookup would say must never be asked
        var addresses = new ArrayList<InetAddress>();
        for (var literal : first.split(";")) {
            addresses.add(InetAddress.getByName(literal));
        }
        return guard.checkAll(addresses);
    }
}
