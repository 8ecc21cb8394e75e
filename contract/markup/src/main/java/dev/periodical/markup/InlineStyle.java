package dev.periodical.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of a {@code style} attribute stays: colours, and where text stands. Values are named one by one, so nothing in them can
 * fetch, move or cover anything (no {@code url()}, {@code var()}, {@code position}). Where a background goes that is more than a
 * colour, the colour that was to be read on it goes too.
 */
final class InlineStyle {

    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-f]{3,8}|[a-z]{3,24}|(?:rgb|hsl)a?\\([0-9.,%/ deg+-]{1,60}\\)");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center|justify|start|end");
    private static final Pattern HEIGHT = Pattern.compile("top|middle|bottom|baseline|sub|super|text-top|text-bottom");
    private static final String TEXT = "color";
    private static final Map<String, Pattern> PROPERTIES =
            Map.of(TEXT, COLOUR, "background-color", COLOUR, "text-align", ALIGNMENT, "vertical-align", HEIGHT);
    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
    private static final int LONGEST = 4_096;

    private record Declaration(String property, String value) {

        static Declaration of(String written) {
            int colon = written.indexOf(':');
            String value =
                    IMPORTANT.matcher(written.substring(colon + 1).strip()).replaceFirst("");
            String property = colon < 0 ? "" : written.substring(0, colon).strip();
            boolean colourAlone =
                    property.equals("background") && COLOUR.matcher(value).matches();
            return new Declaration(colourAlone ? "background-color" : property, value);
        }

        boolean stays() {
            Pattern values = PROPERTIES.get(property);
            return values != null && values.matcher(value).matches();
        }

        boolean lostBackground() {
            return property.startsWith("background") && !stays();
        }
    }

    private InlineStyle() {}

    /** Empty where nothing stays. */
    static String of(String written) {
        if (written.length() > LONGEST) {
            return "";
        }
        boolean onItsOwn = true;
        List<Declaration> kept = new ArrayList<>();
        for (String one : written.toLowerCase(Locale.ROOT).split(";")) {
            Declaration declaration = Declaration.of(one);
            onItsOwn &= !declaration.lostBackground();
            if (declaration.stays()) {
                kept.add(declaration);
            }
        }
        List<String> told = new ArrayList<>();
        for (Declaration declaration : kept) {
            if (onItsOwn || !declaration.property().equals(TEXT)) {
                told.add(declaration.property() + ": " + declaration.value());
            }
        }
        return String.join("; ", told);
    }
}
