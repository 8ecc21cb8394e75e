package dev.periodical.database.migrations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a migration only expands, so that the release before it goes on working on the same tables: while both run side by
 * side, and after a roll-back. A statement about a table that the migration itself makes is free.
 */
final class Expansion {

    private static final Pattern APART = Pattern.compile(
            "--[^\n]*|/\\*.*?\\*/|(\\$[a-z_]*\\$).*?\\1|'(?:[^']|'')*'", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE = Pattern.compile("^create (?:unlogged )?table (?:if not exists )?([\\w.\"]+)");
    private static final Pattern SUBJECT =
            Pattern.compile("^(?:alter table (?:if exists )?(?:only )?|create (?:unique )?index .*?\\bon (?:only )?"
                    + "|delete from (?:only )?|truncate (?:table )?)([\\w.\"]+)");

    /** What the older release can't bear, and why. */
    private static final Map<Pattern, String> REFUSED = Map.ofEntries(
            rule("\\bdrop\\b", "takes away what the older release may use"),
            rule("\\brename\\b", "takes away a name that the older release uses"),
            rule(
                    "\\balter (?:column )?[\\w\"]+ (?:set data )?type\\b",
                    "changes what the older release reads and writes"),
            rule("\\bset not null\\b", "refuses rows of the older release"),
            rule(
                    "\\badd (?:constraint|unique|primary key|check|foreign key|exclude)\\b",
                    "may refuse rows of the older release"),
            rule("^create unique index\\b", "may refuse rows of the older release"),
            rule("^(?:truncate|delete)\\b", "removes what the older release wrote"),
            rule("\\bconcurrently\\b", "runs outside of a transaction: a failure half-way needs a hand"));

    private static final Pattern COLUMN = Pattern.compile("\\badd (?:column )?(?:if not exists )?[\\w\"]+ ([^,]*)");
    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");

    private Expansion() {}

    /** One sentence for each statement that must not be there; empty where all is well. */
    static List<String> faults(String sql) {
        var made = new HashSet<String>();
        var faults = new ArrayList<String>();
        for (var statement : statements(sql)) {
            var making = MADE.matcher(statement);
            if (making.find()) {
                made.add(making.group(1));
            } else if (!ownTable(statement, made)) {
                REFUSED.forEach((pattern, why) -> {
                    if (pattern.matcher(statement).find()) {
                        faults.add("\"" + statement + "\" " + why);
                    }
                });
                if (addsNeededColumn(statement)) {
                    faults.add("\"" + statement + "\" refuses rows of the older release");
                }
            }
        }
        return faults;
    }

    private static boolean ownTable(String statement, Set<String> made) {
        var subject = SUBJECT.matcher(statement);
        return subject.find() && made.contains(subject.group(1));
    }

    private static boolean addsNeededColumn(String statement) {
        return statement.startsWith("alter table")
                && COLUMN.matcher(withoutParentheses(statement))
                        .results()
                        .map(column -> column.group(1))
                        .anyMatch(column -> column.contains("not null")
                                && !column.contains("default")
                                && !column.contains("generated"));
    }

    /** So that a comma separates columns and nothing else. */
    private static String withoutParentheses(String statement) {
        var flat = INNERMOST.matcher(statement).replaceAll("");
        return flat.equals(statement) ? flat : withoutParentheses(flat);
    }

    private static List<String> statements(String sql) {
        var bare = APART.matcher(sql).replaceAll(match -> match.group().startsWith("'") ? "''" : " ");
        return Pattern.compile(";")
                .splitAsStream(bare)
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static Map.Entry<Pattern, String> rule(String pattern, String why) {
        return Map.entry(Pattern.compile(pattern), why);
    }
}
