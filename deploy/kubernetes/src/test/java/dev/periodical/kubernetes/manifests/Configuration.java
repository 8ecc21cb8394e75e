package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static dev.periodical.kubernetes.manifests.Folder.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What containers get from their environment, wherever in base, components and overlays it stands. */
final class Configuration {

    private Configuration() {}

    /** The keys that kustomizations generate into these ConfigMaps. */
    static Stream<String> generated(String... names) {
        return Folder.kustomizations().stream()
                .flatMap(file -> Folder.documents(file).stream())
                .flatMap(kustomization -> each(kustomization.path("configMapGenerator")))
                .filter(generator ->
                        List.of(names).contains(generator.path("name").asText()))
                .flatMap(generator -> texts(generator.path("literals")).stream())
                .map(literal -> literal.substring(0, literal.indexOf('=')));
    }

    /** The variables that Deployments, and patches of them, give this service's container. */
    static Stream<String> environment(String service) {
        return containers(service)
                .flatMap(container -> each(container.path("env")))
                .map(variable -> variable.path("name").asText());
    }

    /** The secrets that the base wants for this service. */
    static List<String> secrets(String service) {
        return Stream.concat(
                        containers(service)
                                .filter(container -> container.has("image"))
                                .flatMap(container -> each(container.path("envFrom")))
                                .map(from -> from.at("/secretRef/name").asText()),
                        containers(service)
                                .filter(container -> container.has("image"))
                                .flatMap(container -> each(container.path("env")))
                                .map(from ->
                                        from.at("/valueFrom/secretKeyRef/name").asText()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> containers(String service) {
        return Folder.documents("Deployment").stream()
                .flatMap(deployment -> each(deployment.at("/spec/template/spec/containers")))
                .filter(container -> container.path("name").asText().equals(service));
    }
}
