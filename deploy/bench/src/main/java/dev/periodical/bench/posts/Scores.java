package dev.periodical.bench.posts;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Points by field, for all posts and for the first hundred, the family of which nothing may be missed. */
final class Scores {

    private static final double GOAL = 0.98;
    private static final String FIRST_FAMILY_ENDS = "0101";

    private final Map<Field, List<String>> faults = new EnumMap<>(Field.class);
    private int posts;
    private int family;

    static boolean firstFamily(String file) {
        return file.compareTo(FIRST_FAMILY_ENDS) < 0;
    }

    void add(String file, Map<Field, String> wrong) {
        posts++;
        family += firstFamily(file) ? 1 : 0;
        wrong.forEach((field, why) ->
                faults.computeIfAbsent(field, any -> new ArrayList<>()).add(file + "  " + why));
    }

    /** Whether the first hundred are right in every field, and of all the goal's share. */
    boolean good() {
        return posts > 0
                && faults.values().stream()
                        .allMatch(each -> inFamily(each) == 0 && posts - each.size() >= posts * GOAL);
    }

    void print(PrintStream out) {
        out.printf("%-11s %11s %11s%n", "field", "0001-0100", "all");
        for (Field field : Field.values()) {
            List<String> wrong = faults.getOrDefault(field, List.of());
            int judged = field == Field.LINE_ENDS ? family : posts;
            String name = field.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            out.printf(
                    "%-11s %11s %11s%n",
                    name, (family - inFamily(wrong)) + "/" + family, (judged - wrong.size()) + "/" + judged);
            wrong.forEach(each -> out.println("    " + each));
        }
    }

    private static long inFamily(List<String> wrong) {
        return wrong.stream().filter(Scores::firstFamily).count();
    }
}
