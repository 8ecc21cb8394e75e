package dev.periodical.events.released;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas grow and never break. */
class ReleasedSchemasTest {

    private static final String SCHEMA = """
            {"type": "object", "required": ["ref"], "additionalProperties": true,
             "properties": {
               "ref": {"$ref": "#/$defs/sha256"},
               "detail": {"type": "string"},
               "reason": {"anyOf": [{"enum": ["gone", "other"]}, {"type": "string"}]},
               "images": {"type": "array", "items": {"type": "object", "properties": {"url": {"type": "string"}}}}},
             "$defs": {"sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}}
            """;

    static List<String> schemas() {
        return Releases.schemas();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemaOfToday_onlyAdds(String name) {
        assertThat(SchemaChanges.breaking(Releases.schema(name), Releases.schemaOfToday(name)))
                .isEmpty();
    }

    @Test
    void additions_areFree() {
        var grown = SCHEMA.replace("\"detail\": {", "\"added\": {\"type\": \"integer\"}, \"detail\": {")
                .replace("\"gone\", ", "\"gone\", \"lost\", ")
                .replace("\"url\": {", "\"alt\": {\"type\": \"string\"}, \"url\": {\"description\": \"better\", ");

        assertThat(grown).isNotEqualTo(SCHEMA);
        assertThat(SchemaChanges.breaking(SCHEMA, grown)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "detail":                | "details":                 | /detail was removed or renamed
            "url":                   | "href":                    | /images/*/url was removed or renamed
            ["ref"]                  | ["ref", "detail"]          | /detail became required
            ["ref"]                  | ["ref", "added"]           | /added became required
            ["ref"]                  | []                         | /ref is no longer promised
            "detail": {"type": "string" | "detail": {"type": "object" | /detail: type changed
            "url": {"type": "string" | "url": {"type": "integer"  | /images/*/url: type changed
            {64}                     | {32}                       | /ref: pattern changed
            "gone",                  |                            | /reason: the word gone was removed
            , {"type": "string"}]    | ]                          | /reason: anyOf changed
            "additionalProperties": true | "additionalProperties": false | : additionalProperties changed
            """)
    void everythingElse_isRefused(String before, String after, String sentence) {
        var changed = SCHEMA.replace(before, after == null ? "" : after);

        assertThat(changed).isNotEqualTo(SCHEMA);
        assertThat(SchemaChanges.breaking(SCHEMA, changed)).containsExactly(sentence);
    }
}
