package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts and panels ask for what a scrape gives, and every alert says what to do. */
class MonitoringTest {

    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");

    private static final Pattern KEY = Pattern.compile("\\b(PERIODICAL|QUARKUS|KAFKA)_[A-Z0-9_]+");
    private static final List<ConfigKeys> KEYS =
            Code.SERVICES.stream().map(ConfigKeys::new).toList();
    private static final Set<String> METRICS =
            Stream.of(Metrics.ours(), Metrics.frameworks()).flatMap(Set::stream).collect(toSet());
    private static final Map<String, Set<String>> LABELS = Map.of(
            "job", Set.copyOf(Code.names()),
            "consumer",
                    Code.all(code -> new Subscriptions(code).consumer().stream().toList()),
            "state", Code.all(MonitoringTest::pictureStates));

    /** A query, and where it stands. */
    record Query(String place, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<JsonNode> alerts() {
        return Folder.documents("PrometheusRule").stream()
                .flatMap(rule -> each(rule.at("/spec/groups")))
                .flatMap(group -> each(group.path("rules")));
    }

    static Stream<JsonNode> dashboards() {
        return Folder.files(".json").stream().map(MonitoringTest::json);
    }

    static Stream<Query> queries() {
        Stream<Query> alerts = alerts().map(alert ->
                new Query(alert.path("alert").asText(), alert.path("expr").asText()));
        Stream<Query> panels = dashboards()
                .flatMap(board -> each(board.path("panels"))
                        .flatMap(panel -> each(panel.path("targets"))
                                .map(target -> new Query(
                                        board.path("uid").asText() + ": "
                                                + panel.path("title").asText(),
                                        target.path("expr").asText()))));
        Stream<Query> scalers = Folder.documents("ScaledObject").stream()
                .flatMap(scaled -> each(scaled.at("/spec/triggers")))
                .filter(trigger -> trigger.path("type").asText().equals("prometheus"))
                .map(trigger ->
                        new Query("scaler", trigger.at("/metadata/query").asText()));
        return Stream.of(alerts, panels, scalers).flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQuery_asksForMetricsThatExist(Query query) {
        assertThat(Metrics.named(query.text())).isNotEmpty().isSubsetOf(METRICS);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQuery_asksForLabelsThatExist(Query query) {
        LABEL.matcher(query.text())
                .results()
                .filter(label -> LABELS.containsKey(label.group(1)))
                .forEach(label -> assertThat(label.group(3).split("\\|")).isSubsetOf(LABELS.get(label.group(1))));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlert_saysWhatToDoInOneLine(JsonNode alert) {
        assertThat(alert.at("/annotations/runbook").asText())
                .hasSizeGreaterThan(40)
                .doesNotContain("\n");
        assertThat(alert.at("/annotations/summary").asText()).isNotBlank().doesNotContain("\n");
        assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyRunbook_namesKeysThatExist(JsonNode alert) {
        String runbook = alert.at("/annotations/runbook").asText();

        assertThat(KEY.matcher(runbook).results().map(MatchResult::group))
                .allMatch(key -> KEYS.stream().anyMatch(of -> of.knows(key)));
    }

    @Test
    void alertsAndPanels_haveNamesOfTheirOwn() {
        assertThat(alerts().map(alert -> alert.path("alert").asText()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(dashboards().map(board -> board.path("uid").asText()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(dashboards())
                .allSatisfy(board -> assertThat(each(board.path("panels"))
                                .map(panel -> panel.path("id").asInt()))
                        .doesNotHaveDuplicates());
    }

    private static List<String> pictureStates(Code code) {
        return code.find("public enum PictureState \\{([^;]*);").stream()
                .flatMap(found ->
                        Pattern.compile("\\b[A-Z]+\\b").matcher(found.group(1)).results())
                .map(state -> state.group().toLowerCase())
                .toList();
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
