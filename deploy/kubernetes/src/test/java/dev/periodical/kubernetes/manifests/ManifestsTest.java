package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static dev.periodical.kubernetes.manifests.Folder.name;
import static dev.periodical.kubernetes.manifests.Folder.texts;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.periodical.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cluster is told of a service is what its code does: topics, rights, ports, probes, configuration. */
class ManifestsTest {

    static Stream<Code> services() {
        return Code.SERVICES.stream();
    }

    @Test
    void topics_equalTheContracts() {
        Map<String, Topic> manifests = Folder.documents("KafkaTopic").stream()
                .map(topic -> new Topic(
                        name(topic),
                        topic.at("/spec/partitions").asInt(),
                        topic.at("/spec/config").properties().stream()
                                .collect(toMap(
                                        Map.Entry::getKey, e -> e.getValue().asText()))))
                .collect(toMap(Topic::name, Function.identity()));

        assertThat(manifests).isEqualTo(Subscriptions.all().stream().collect(toMap(Topic::name, Function.identity())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void kafkaRights_areWhatTheServiceDoes(Code code) {
        JsonNode user = only("KafkaUser", "periodical-" + code.service());
        Map<String, Set<String>> granted = new TreeMap<>();
        each(user.at("/spec/authorization/acls"))
                .forEach(acl -> granted.computeIfAbsent(
                                acl.at("/resource/type").asText() + " "
                                        + acl.at("/resource/name").asText(),
                                resource -> new TreeSet<>())
                        .addAll(texts(acl.path("operations"))));

        Subscriptions does = new Subscriptions(code);
        Map<String, Set<String>> needed = new TreeMap<>();
        does.reads().forEach(topic -> need(needed, "topic " + topic, "Describe", "Read"));
        does.writes().forEach(topic -> need(needed, "topic " + topic, "Describe", "Write"));
        does.group().ifPresent(group -> need(needed, "group " + group, "Read"));
        assertThat(granted).isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("services")
    void ports_areThoseThatTheServiceListensOn(Code code) {
        Map<String, Integer> listens = Map.of("http", code.httpPort(), "management", code.managementPort());

        JsonNode container = container(code);
        assertThat(numbers(container.path("ports"), "containerPort")).isEqualTo(listens);
        JsonNode service = only("Service", code.service());
        assertThat(numbers(service.at("/spec/ports"), "port")).isEqualTo(listens);
        assertThat(each(service.at("/spec/ports")))
                .allSatisfy(port -> assertThat(port.path("targetPort")).isEqualTo(port.path("name")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void probes_askWhatTheServiceAnswers(Code code) {
        Map<String, String> paths = Map.of(
                "startupProbe", code.healthRoot() + "/started",
                "readinessProbe", code.healthRoot() + "/ready",
                "livenessProbe", code.healthRoot() + "/live");

        JsonNode container = container(code);
        assertThat(paths).allSatisfy((probe, path) -> {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo(path);
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("management");
        });
    }

    @Test
    void scraping_asksTheManagementPortWhereMetricsAre() {
        assertThat(Folder.documents("ServiceMonitor")).isNotEmpty().allSatisfy(monitor -> {
            assertThat(each(monitor.at("/spec/endpoints"))).isNotEmpty().allSatisfy(endpoint -> {
                assertThat(endpoint.path("port").asText()).isEqualTo("management");
                assertThat(endpoint.path("path").asText()).isEqualTo("/q/metrics");
            });
            assertThat(texts(monitor.at("/spec/selector/matchExpressions/0/values")))
                    .containsExactlyElementsOf(Code.names());
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void configuration_isKnownToTheService(Code code) {
        ConfigKeys known = new ConfigKeys(code);

        List<String> told = Stream.concat(
                        Configuration.generated("periodical", "periodical-" + code.service()),
                        Configuration.environment(code.service()))
                .distinct()
                .toList();

        assertThat(told).isNotEmpty().allMatch(known::knows, "is a key of " + code.service());
    }

    @ParameterizedTest
    @MethodSource("services")
    void secrets_areNamedInTheReadmeOfProduction(Code code) {
        assertThat(Configuration.secrets(code.service()))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(Folder.read(Folder.ROOT.resolve("overlays/production/README.md")))
                        .contains("`" + secret + "`"));
    }

    private static void need(Map<String, Set<String>> needed, String resource, String... operations) {
        needed.computeIfAbsent(resource, any -> new TreeSet<>()).addAll(List.of(operations));
    }

    private static JsonNode container(Code code) {
        JsonNode containers = only("Deployment", code.service()).at("/spec/template/spec/containers");
        assertThat(containers).hasSize(1);
        assertThat(containers.at("/0/name").asText()).isEqualTo(code.service());
        return containers.get(0);
    }

    /** The whole object, not a patch of it. */
    private static JsonNode only(String kind, String name) {
        List<JsonNode> found = Folder.documents(kind).stream()
                .filter(object -> name(object).equals(name))
                .filter(object -> !kind.equals("Deployment")
                        || object.at("/spec/template/spec/containers/0").has("image"))
                .toList();
        assertThat(found).as("%s/%s", kind, name).hasSize(1);
        return found.get(0);
    }

    private static Map<String, Integer> numbers(JsonNode ports, String field) {
        return each(ports)
                .collect(toMap(
                        port -> port.path("name").asText(),
                        port -> port.path(field).asInt()));
    }
}
