package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static dev.periodical.kubernetes.manifests.Folder.texts;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders are whole, and every pod in them passes Pod Security's restricted. */
class KustomizationsTest {

    static Stream<Path> kustomizations() {
        return Folder.kustomizations().stream();
    }

    static Stream<String> services() {
        return Code.names().stream();
    }

    static Stream<Path> readmes() {
        return Folder.kustomizations().stream()
                .map(Path::getParent)
                .filter(folder -> folder.startsWith(Folder.ROOT.resolve("components")))
                .map(folder -> folder.resolve("README.md"));
    }

    /** The pod of each workload, by the workload's name. */
    static Stream<JsonNode> workloads() {
        return Folder.documents().stream()
                .filter(document ->
                        !template(document).at("/spec/containers/0/image").isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void kustomization_namesFilesThatExist_andForgetsNone(Path file) throws IOException {
        Path folder = file.getParent();
        JsonNode kustomization = Folder.documents(file).get(0);
        List<Path> named = Stream.of(
                        texts(kustomization.path("resources")).stream(),
                        texts(kustomization.path("components")).stream(),
                        each(kustomization.path("patches"))
                                .filter(patch -> patch.has("path"))
                                .map(patch -> patch.path("path").asText()),
                        each(kustomization.path("configMapGenerator"))
                                .flatMap(generator -> texts(generator.path("files")).stream())
                                .map(entry -> entry.substring(entry.indexOf('=') + 1)))
                .flatMap(names -> names)
                .map(name -> folder.resolve(name).normalize())
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(path -> assertThat(path).exists());
        try (var files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".yaml")))
                    .filteredOn(path -> !path.equals(file) && !appliedByItself(path))
                    .isSubsetOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void component_hasThreeLinesToRead(Path readme) throws IOException {
        List<String> lines = Files.readAllLines(readme);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("**Brings** ");
        assertThat(lines.get(1)).startsWith("**Needs** ");
        assertThat(lines.get(2)).startsWith("**Set** ");
    }

    @ParameterizedTest
    @MethodSource("services")
    void base_hasAServicesObjectsInOrder(String service) {
        List<JsonNode> objects = Folder.documents(Folder.ROOT.resolve("base/" + service + ".yaml"));

        assertThat(objects)
                .extracting(object -> object.path("kind").asText())
                .containsExactly("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy");
        assertThat(objects).extracting(Folder::name).containsOnly(service);
    }

    /** A name that no pod has renames nothing, and the cluster asks a registry that has no such image. */
    @ParameterizedTest
    @MethodSource("kustomizations")
    void renamedImages_areThoseOfPods(Path file) {
        Set<String> images = workloads()
                .flatMap(workload -> each(template(workload).at("/spec/containers")))
                .map(container -> container.path("image").asText().replaceAll(":[^:/]*$", ""))
                .collect(toSet());

        assertThat(each(Folder.documents(file).get(0).path("images"))
                        .map(image -> image.path("name").asText()))
                .isSubsetOf(images);
    }

    @Test
    void secrets_areReferredToAndNeverHere() {
        assertThat(Folder.documents("Secret")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void pod_isRestricted(JsonNode workload) {
        JsonNode pod = template(workload).path("spec");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        Stream.concat(each(pod.path("containers")), each(pod.path("initContainers")))
                .forEach(container -> {
                    JsonNode security = container.path("securityContext");
                    assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                            .isFalse();
                    assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                            .isTrue();
                    assertThat(texts(security.at("/capabilities/drop"))).containsExactly("ALL");
                    assertThat(container.at("/resources/requests/memory").asText())
                            .isNotEmpty();
                    assertThat(container.at("/resources/limits/memory").asText())
                            .isNotEmpty();
                });
    }

    /** A job that people start, a namespace that a script makes: a script names it, or the folder's page says {@code -f}. */
    private static boolean appliedByItself(Path manifest) {
        String name = manifest.getFileName().toString();
        Path page = manifest.resolveSibling("README.md");
        Pattern byHand = Pattern.compile("-f \\S*" + Pattern.quote(name));
        return scripts().anyMatch(script -> Folder.read(script).contains(name))
                || Files.exists(page) && byHand.matcher(Folder.read(page)).find();
    }

    private static Stream<Path> scripts() {
        return Stream.of("trial", "prove").map(Folder.ROOT::resolve).filter(Files::exists);
    }

    private static JsonNode template(JsonNode document) {
        JsonNode cron = document.at("/spec/jobTemplate/spec/template");
        return cron.isMissingNode() ? document.at("/spec/template") : cron;
    }
}
