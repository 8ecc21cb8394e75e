package dev.periodical.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status"})
    void help_tellsTheOptions(String command) {
        StringWriter told = new StringWriter();
        CommandLine line = new CommandLine(new Main()).setOut(new PrintWriter(told));

        assertThat(line.execute(command, "--help")).isZero();
        assertThat(told.toString()).contains("periodical " + command, "--run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "content", "media", "ingest-management", "kafka", "postgres", "s3"})
    void everyPort_hasItsOption(String name) {
        PortOptions options = new PortOptions();

        new CommandLine(new Wrapper(options)).parseArgs("--" + name + "-port", "4711");

        assertThat(options.asked()).containsEntry(name, 4711);
        assertThat(PortPlan.defaults()).containsKey(name);
    }

    @CommandLine.Command
    private static final class Wrapper {

        @CommandLine.Mixin
        private final PortOptions ports;

        private Wrapper(PortOptions ports) {
            this.ports = ports;
        }
    }
}
