package dev.periodical.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadOrderTest {

    @Test
    void tables_comeAfterWhatTheyReferTo() throws Exception {
        var ordered = LoadOrder.of(
                tables("a", "b", "c", "d"), Map.of("a", Set.of("b", "d"), "b", Set.of("c"), "c", Set.of("elsewhere")));

        assertThat(ordered).extracting(Backup.TableDump::table).containsExactly("c", "d", "b", "a");
    }

    @Test
    void circle_isNamed() {
        assertThatThrownBy(() -> LoadOrder.of(tables("a", "b", "c"), Map.of("a", Set.of("b"), "b", Set.of("a"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a, b");
    }

    private static List<Backup.TableDump> tables(String... names) {
        return Arrays.stream(names)
                .map(name -> new Backup.TableDump(name, "id", 0))
                .toList();
    }
}
