package dev.periodical.content.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of a {@code style} attribute stays: colours, and where text stands. Values are named one by one, so nothing in them can
 * fetch, move or cover anything (no {@code url()}, {@code var()}, {@code position}).
 */
final class InlineStyle {

    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\\([0-9.,%/ deg+-]{1,60}\\)");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center|justify|start|end");
    private static final Pattern HEIGHT = Pattern.compile("top|middle|bottom|baseline|sub|super|text-top|text-bottom");
    private static final Map<String, Pattern> PROPERTIES = Map.of(
            "color", COLOUR,
            "background-color", COLOUR,
            "text-align", ALIGNMENT,
            "vertical-align", HEIGHT);
    private static final int LONGEST = 4_096;

    private InlineStyle() {}

    static String of(String written) {
        if (written.length() > LONGEST) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String declaration : written.toLowerCase(Locale.ROOT).split(";")) {
            int colon = declaration.indexOf(':');
            Pattern values = colon < 0
                    ? null
                    : PROPERTIES.get(declaration.substring(0, colon).strip());
            String value = declaration.substring(colon + 1).strip();
            if (values != null && values.matcher(value).matches()) {
                kept.add(declaration.substring(0, colon).strip() + ": " + value);
            }
        }
        return String.join("; ", kept);
    }
}
