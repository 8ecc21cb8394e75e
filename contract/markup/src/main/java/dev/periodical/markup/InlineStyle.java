package dev.periodical.markup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a {@code style} attribute stays: colours, and where text stands. Values are named one by one, so nothing in them can
 * fetch, move or cover anything (no {@code url()}, {@code var()}, {@code position}). Where a background goes that is more than a
 * colour, all colours go: what is to be read on what can't be told any more.
 */
final class InlineStyle {

    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\\([0-9.,%/ deg+-]{1,60}\\)");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center|justify|start|end");
    private static final Pattern HEIGHT = Pattern.compile("top|middle|bottom|baseline|sub|super|text-top|text-bottom");
    private static final String BACKGROUND = "background-color";
    private static final Set<String> NOTHING = Set.of("none", "initial", "inherit", "unset");
    private static final Map<String, Pattern> PROPERTIES =
            Map.of("color", COLOUR, BACKGROUND, COLOUR, "text-align", ALIGNMENT, "vertical-align", HEIGHT);
    private static final Pattern IMPORTANT = Pattern.compile("!\\s{0,9}important$");
    private static final int LONGEST = 4_096;

    private record Declaration(String property, String value) {

        static Declaration of(String written) {
            int colon = written.indexOf(':');
            String value = IMPORTANT
                    .matcher(written.substring(colon + 1).strip())
                    .replaceFirst("")
                    .strip();
            String property = colon < 0 ? "" : written.substring(0, colon).strip();
            boolean colourAlone =
                    property.equals("background") && COLOUR.matcher(value).matches();
            return new Declaration(colourAlone ? BACKGROUND : property, value);
        }

        boolean stays() {
            Pattern values = PROPERTIES.get(property);
            return values != null && values.matcher(value).matches() && !NOTHING.contains(value);
        }

        boolean isColour() {
            return PROPERTIES.get(property) == COLOUR;
        }

        boolean isLostBackground() {
            return (property.equals("background") || property.equals("background-image")) && !NOTHING.contains(value);
        }
    }

    private InlineStyle() {}

    /** Empty where nothing stays. */
    static String of(String written) {
        if (written.length() > LONGEST) {
            return "";
        }
        List<Declaration> declarations = Arrays.stream(
                        written.toLowerCase(Locale.ROOT).split(";"))
                .map(Declaration::of)
                .toList();
        boolean coloured = declarations.stream().noneMatch(Declaration::isLostBackground);
        return declarations.stream()
                .filter(one -> one.stays() && (coloured || !one.isColour()))
                .map(one -> one.property() + ": " + one.value())
                .collect(Collectors.joining("; "));
    }
}
