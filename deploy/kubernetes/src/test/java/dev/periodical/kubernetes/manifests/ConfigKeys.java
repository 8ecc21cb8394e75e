package dev.periodical.kubernetes.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The names by which a service can be configured from its environment: each known key in capitals, all else an underscore,
 * as MicroProfile Config reads them.
 */
final class ConfigKeys {

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern PARENT = Pattern.compile("\\binterface \\w+ extends (\\w+) ");
    private static final Pattern MEMBER = Pattern.compile("(?m)^ {4}[A-Z\\w<>., ]+ (\\w+)\\(\\);");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(periodical\\.[a-z0-9.-]+)");
    private static final Pattern TOKEN = Pattern.compile("PERIODICAL_TOKENS_[A-Z0-9_]+_(SHA256|ROLES)");
    private static final Pattern QUARKUS = Pattern.compile("\"environmentVariable\"\\s*:\\s*\"([A-Z0-9_]+)\"");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    private final Set<String> names = new TreeSet<>();

    ConfigKeys(Code code) {
        code.properties().stringPropertyNames().stream()
                .filter(key -> !key.startsWith("%"))
                .forEach(this::know);
        code.properties().values().forEach(value -> expressions(value.toString()));
        List<String> sources = code.javaWithContract();
        sources.forEach(source -> {
            expressions(source);
            mapped(source, sources);
        });
        Stream.of(AdminClientConfig.configNames(), ProducerConfig.configNames(), ConsumerConfig.configNames())
                .flatMap(Set::stream)
                .forEach(key -> know("kafka." + key));
        names.addAll(quarkus());
    }

    boolean knows(String variable) {
        return names.contains(variable) || TOKEN.matcher(variable).matches();
    }

    private void mapped(String source, List<String> sources) {
        var prefix = MAPPING.matcher(source);
        if (prefix.find()) {
            members(prefix.group(1), source);
            var parent = PARENT.matcher(source);
            if (parent.find()) {
                sources.stream()
                        .filter(other -> other.contains("interface " + parent.group(1) + " "))
                        .forEach(inherited -> members(prefix.group(1), inherited));
            }
        }
    }

    private void members(String prefix, String source) {
        MEMBER.matcher(source)
                .results()
                .forEach(member -> know(prefix + "." + member.group(1).replaceAll("([A-Z])", "-$1")));
    }

    private void expressions(String text) {
        EXPRESSION.matcher(text).results().forEach(found -> know(found.group(1)));
    }

    private void know(String key) {
        names.add(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    /** What the Quarkus extensions on this module's test class path say of themselves. */
    private static Set<String> quarkus() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL model : Collections.list(ConfigKeys.class.getClassLoader().getResources(MODEL))) {
                try (var stream = model.openStream()) {
                    String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    QUARKUS.matcher(text).results().forEach(found -> names.add(found.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
