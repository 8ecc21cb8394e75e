package dev.periodical.kubernetes.manifests;

import static dev.periodical.kubernetes.manifests.Folder.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every door of every service is reached from outside, by Gateway and by Ingress. */
class RoutesTest {

    private static final Pattern ROOT = Pattern.compile("@Path\\(\"([^\"]+)\"\\)[^;]*?\\bclass ");
    private static final Pattern DOOR = Pattern.compile("@(GET|POST|PUT|DELETE)\\b([^;]*?)\n {4}(?![@ ])");
    private static final Pattern PATH = Pattern.compile("@Path\\(\"([^\"]+)\"\\)");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*+\"");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");

    /** A call that a service answers. */
    record Door(String service, String method, String path) {}

    static Stream<Door> doors() {
        return Code.SERVICES.stream()
                .flatMap(code -> Stream.concat(
                        code.java().stream()
                                .flatMap(source -> doors(code, source))
                                .map(RoutesTest::told),
                        Stream.of(new Door(code.service(), "GET", "/" + code.service() + "-service/openapi"))));
    }

    /** A desk is a door that more than one service has: media's is told apart by its name. */
    private static Door told(Door door) {
        return door.service().equals("media") && under("/desk", door.path())
                ? new Door(door.service(), door.method(), "/media-service" + door.path())
                : door;
    }

    @Test
    void doors_areFoundInTheCode() {
        assertThat(doors())
                .contains(
                        new Door("ingest", "POST", "/articles"),
                        new Door("ingest", "PUT", "/articles/x"),
                        new Door("ingest", "POST", "/batches"),
                        new Door("content", "GET", "/articles"),
                        new Door("content", "GET", "/read/x"),
                        new Door("media", "GET", "/media/x"),
                        new Door("media", "POST", "/pictures/retry"),
                        new Door("media", "GET", "/hosts"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void gateway_leadsToTheServiceWhoseDoorItIs(Door door) {
        JsonNode route = Folder.documents("HTTPRoute").stream()
                .filter(found -> Folder.name(found).equals("periodical"))
                .findFirst()
                .orElseThrow();
        record Match(JsonNode match, JsonNode backend) {
            boolean takes(Door door) {
                return under(match.at("/path/value").asText(), door.path())
                        && List.of("", door.method())
                                .contains(match.path("method").asText());
            }
        }

        // The longest path wins, then the match that names the method, as Gateway API has it.
        JsonNode backend = each(route.at("/spec/rules"))
                .flatMap(rule -> each(rule.path("matches"))
                        .map(match -> new Match(match, rule.path("backendRefs").get(0))))
                .filter(match -> match.takes(door))
                .max(Comparator.<Match>comparingInt(match ->
                                match.match().at("/path/value").asText().length())
                        .thenComparing(match -> match.match().has("method")))
                .orElseThrow()
                .backend();

        assertThat(backend.path("name").asText()).isEqualTo(door.service());
        assertThat(backend.path("port").asInt())
                .isEqualTo(Code.of(door.service()).httpPort());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void ingress_leadsToTheServiceWhoseDoorItIs(Door door) {
        boolean writes = door.service().equals("ingest");
        JsonNode rule = Folder.documents("Ingress").stream()
                .flatMap(ingress -> each(ingress.at("/spec/rules")))
                .filter(found -> found.path("host").asText().startsWith("write.") == writes)
                .findFirst()
                .orElseThrow();

        JsonNode backend = each(rule.at("/http/paths"))
                .filter(path -> under(path.path("path").asText(), door.path()))
                .max(Comparator.comparingInt(path -> path.path("path").asText().length()))
                .orElseThrow()
                .path("backend");

        assertThat(backend.at("/service/name").asText()).isEqualTo(door.service());
        assertThat(backend.at("/service/port/name").asText()).isEqualTo("http");
    }

    /** A batch has no length that a proxy could know, and its answers leave while it still arrives. */
    @Test
    void ingress_ofTheWritingDoor_neitherLimitsNorCollectsBodies() {
        JsonNode write = Folder.documents("Ingress").stream()
                .filter(ingress -> each(ingress.at("/spec/rules"))
                        .anyMatch(rule -> rule.path("host").asText().startsWith("write.")))
                .findFirst()
                .orElseThrow();

        assertThat(write.at("/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-body-size")
                        .asText())
                .isEqualTo("0");
        assertThat(write.at("/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-request-buffering")
                        .asText())
                .isEqualTo("off");
        assertThat(write.at("/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-buffering")
                        .asText())
                .isEqualTo("off");
    }

    private static Stream<Door> doors(Code code, String source) {
        var root = ROOT.matcher(source);
        if (!root.find()) {
            return Stream.empty();
        }
        // A description may have a semicolon, which elsewhere ends a declaration.
        String declarations = TEXT.matcher(source)
                .replaceAll(text -> Matcher.quoteReplacement(text.group().replace(';', ',')));
        return DOOR.matcher(declarations).results().map(found -> {
            var path = PATH.matcher(found.group(2));
            String below = path.find() ? "/" + path.group(1) : "";
            String whole = (root.group(1) + below).replaceAll("/+", "/");
            return new Door(
                    code.service(), found.group(1), PARAMETER.matcher(whole).replaceAll("x"));
        });
    }

    private static boolean under(String prefix, String path) {
        String folder = prefix.endsWith("/") ? prefix : prefix + "/";
        return (path + "/").startsWith(folder);
    }
}
