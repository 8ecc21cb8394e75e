package dev.periodical.backing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the backing services are and what opens them.
 *
 * @param kafkaBootstrapServers {@code host:port}
 * @param postgresHost host of every database
 * @param postgresPort port of every database
 * @param postgresUser a superuser
 * @param postgresPassword the superuser's password (the server does not ask for it on loopback)
 * @param s3Endpoint {@code http://host:port}
 * @param s3AccessKey the only access key
 * @param s3SecretKey its secret
 * @param s3Bucket a bucket that exists
 */
public record Coordinates(
        String kafkaBootstrapServers,
        String postgresHost,
        int postgresPort,
        String postgresUser,
        String postgresPassword,
        String s3Endpoint,
        String s3AccessKey,
        String s3SecretKey,
        String s3Bucket) {

    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** A database's address for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** A database's address for the Vert.x client: {@code postgresql://host:port/database}. */
    public String reactiveUrl(String database) {
        return "postgresql://" + postgresHost + ":" + postgresPort + "/" + database;
    }

    /** These coordinates as one line of JSON: a flat object of strings. */
    public String toJson() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kafkaBootstrapServers", kafkaBootstrapServers);
        members.put("postgresHost", postgresHost);
        members.put("postgresPort", Integer.toString(postgresPort));
        members.put("postgresUser", postgresUser);
        members.put("postgresPassword", postgresPassword);
        members.put("s3Endpoint", s3Endpoint);
        members.put("s3AccessKey", s3AccessKey);
        members.put("s3SecretKey", s3SecretKey);
        members.put("s3Bucket", s3Bucket);
        return members.entrySet().stream()
                .map(m -> "\"" + m.getKey() + "\":\""
                        + m.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Reads what {@link #toJson} wrote. It is no JSON parser: it keeps this class free of dependencies.
     *
     * @throws NumberFormatException when the text is something else
     */
    public static Coordinates fromJson(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Matcher member = MEMBER.matcher(json); member.find(); ) {
            members.put(member.group(1), member.group(2).replaceAll("\\\\(.)", "$1"));
        }
        return new Coordinates(
                members.get("kafkaBootstrapServers"),
                members.get("postgresHost"),
                Integer.parseInt(members.get("postgresPort")),
                members.get("postgresUser"),
                members.get("postgresPassword"),
                members.get("s3Endpoint"),
                members.get("s3AccessKey"),
                members.get("s3SecretKey"),
                members.get("s3Bucket"));
    }
}
