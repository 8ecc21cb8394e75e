package dev.periodical.ingest.frontmatter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as front matter means it, built from parse events: a scalar stays the text that was written. Only a plain
 * {@code null}, {@code ~} or nothing is null, and a plain {@code true} or {@code false} is a boolean where the key does
 * not hold text.
 *
 * <p>Anchors, aliases and merge keys are expanded within a {@link Budget}. Of a key written twice the last value holds, and
 * quoted text may go on over lines that are not indented; a notice says so.
 */
final class YamlHead {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    private static final String MERGE = "<<";
    private static final int MOST_NOTICES = 100;

    private record Anchored(Object value, int size) {}

    private final Iterator<Event> events;
    private final Budget budget = new Budget();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final QuotedText quoted;
    private final Predicate<String> elsewhere;

    private YamlHead(String yaml, Predicate<String> elsewhere) {
        this.events = new Parse(SETTINGS).parseString(yaml).iterator();
        this.quoted = new QuotedText(yaml);
        this.elsewhere = elsewhere;
    }

    /** What was read: any value, and notices whose lines count from 1 within the head. */
    record Value(Object value, List<Notice> notices) {}

    static Value read(String yaml) throws Fault {
        return read(yaml, anchor -> false);
    }

    /** Reads a part of a head. @param elsewhere whether the head's other parts have an anchor of this name */
    static Value read(String yaml, Predicate<String> elsewhere) throws Fault {
        try {
            YamlHead head = new YamlHead(yaml, elsewhere);
            return new Value(head.document(), head.notices);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new Fault(
                    e.getProblem(),
                    mark.map(Mark::getLine).orElse(0),
                    mark.map(Mark::getColumn).orElse(0),
                    false);
        } catch (YamlEngineException e) {
            throw new Fault("a character that YAML does not allow", 0, 0, false);
        }
    }

    private Object document() throws Fault {
        events.next();
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return null;
        }
        Object value = node(events.next(), 0, false);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw fault("a second YAML document begins here", end, false);
        }
        return value;
    }

    private Object node(Event event, int depth, boolean text) throws Fault {
        budget.spend(1, line(event), column(event));
        Budget.checkDepth(depth, line(event), column(event));
        if (event instanceof AliasEvent alias) {
            return anchored(alias);
        }
        int before = budget.spent();
        Object value = switch (event.getEventId()) {
            case Scalar -> value((ScalarEvent) event, text);
            case SequenceStart -> sequence(depth, text);
            case MappingStart -> mapping(depth, text);
            default -> throw fault("unexpected " + event.getEventId(), event, false);
        };
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            anchors.put(node.getAnchor().get().getValue(), new Anchored(value, budget.spent() - before + 1));
        }
        return value;
    }

    private Object anchored(AliasEvent alias) throws Fault {
        Anchored anchored = anchors.get(alias.getAlias().getValue());
        if (anchored == null && elsewhere.test(alias.getAlias().getValue())) {
            return null;
        }
        if (anchored == null) {
            throw fault("no anchor is called " + alias.getAlias().getValue(), alias, false);
        }
        budget.spend(anchored.size(), line(alias), column(alias));
        return anchored.value();
    }

    private Object value(ScalarEvent scalar, boolean text) {
        if (notices.size() < MOST_NOTICES) {
            notices.addAll(quoted.notices(scalar));
        }
        return scalar(scalar, text);
    }

    private static Object scalar(ScalarEvent scalar, boolean text) {
        String written = DocumentText.storable(scalar.getValue());
        if (!scalar.isPlain()) {
            return written;
        }
        return switch (written) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> text ? written : Boolean.TRUE;
            case "false", "False", "FALSE" -> text ? written : Boolean.FALSE;
            default -> written;
        };
    }

    private List<Object> sequence(int depth, boolean text) throws Fault {
        List<Object> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1, text));
        }
        return Collections.unmodifiableList(items);
    }

    private Map<String, Object> mapping(int depth, boolean text) throws Fault {
        Map<String, Object> entries = new LinkedHashMap<>();
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event, depth);
            Object value = node(events.next(), depth + 1, text || depth == 0 && Keys.holdsText(key));
            if (key.equals(MERGE) && merge(value, merged)) {
                continue;
            }
            if (entries.containsKey(key)) {
                notices.add(new Notice(
                        "duplicate-key",
                        "the key \"" + key + "\" is written twice; the last value was read",
                        line(event) + 1,
                        column(event) + 1));
            }
            entries.put(key, value);
        }
        merged.forEach(entries::putIfAbsent);
        return Collections.unmodifiableMap(entries);
    }

    private String key(Event event, int depth) throws Fault {
        if (event instanceof ScalarEvent scalar) {
            budget.spend(1, line(event), column(event));
            return DocumentText.storable(scalar.getValue());
        }
        return String.valueOf(node(event, depth + 1, true));
    }

    private static boolean merge(Object value, Map<String, Object> merged) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> merged.putIfAbsent((String) key, each));
            return true;
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Map.class::isInstance)) {
            list.forEach(each -> merge(each, merged));
            return true;
        }
        return false;
    }

    private static Fault fault(String message, Event event, boolean limit) {
        return new Fault(message, line(event), column(event), limit);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0);
    }
}
