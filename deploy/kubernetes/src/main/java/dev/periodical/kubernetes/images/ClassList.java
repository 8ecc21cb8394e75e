package dev.periodical.kubernetes.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes that a start loads, as the JVM's {@code -Xshare:dump} reads them: those of the JDK and the class path by
 * name, those of Quarkus' own class loader with their jar and parents. Classes of ours, of the bytecode that Quarkus
 * generates, and whatever descends from one are left out, so that a code change leaves the archive alone.
 */
final class ClassList {

    private static final Pattern LOADED = Pattern.compile(".*\\[class,load\\] (\\S+) source: (\\S.*)");
    private static final Pattern PARENTS =
            Pattern.compile(".*klass: (0x\\w+)(?: super: (0x\\w+))?(?: interfaces:((?: 0x\\w+)+))? loader: (\\[.*)");
    private static final Pattern GENERATED = Pattern.compile(".*(/0x|\\+0x|\\$\\$Lambda|\\$Proxy|\\$\\$FastClass).*");
    private static final String LIBRARIES = "file:/app/lib/main/";

    private final Map<String, Entry> byAddress = new HashMap<>();
    private final TreeMap<String, Entry> byName = new TreeMap<>();

    private record Entry(String name, List<Entry> parents, String jar) {}

    /** Writes the list from what {@code -Xlog:class+load=debug} said: by name, parents before children. */
    static List<String> of(List<String> log) {
        var list = new ClassList();
        for (var line = 0; line + 1 < log.size(); line++) {
            var loaded = LOADED.matcher(log.get(line));
            var parents = PARENTS.matcher(log.get(line + 1));
            if (loaded.matches()
                    && parents.matches()
                    && !GENERATED.matcher(loaded.group(1)).matches()) {
                list.add(loaded.group(1), loaded.group(2), parents);
            }
        }
        return list.write();
    }

    private void add(String name, String source, Matcher found) {
        var builtIn = !found.group(4).contains("RunnerClassLoader");
        if (!builtIn && (!source.startsWith(LIBRARIES) || source.contains("/" + Recipes.OURS))) {
            return;
        }
        var parents = builtIn ? Optional.of(List.<Entry>of()) : parents(found);
        if (parents.isPresent() && !byName.containsKey(name)) {
            var jar = builtIn ? null : source.substring("file:".length());
            var entry = new Entry(name.replace('.', '/'), parents.get(), jar);
            byName.put(name, entry);
            byAddress.put(found.group(1), entry);
        }
    }

    /** Superclass first; none when one of them is not in the list. */
    private Optional<List<Entry>> parents(Matcher found) {
        var interfaces = found.group(3) == null ? "" : found.group(3).strip();
        var parents = Stream.concat(Stream.of(found.group(2)), Stream.of(interfaces.split(" ")))
                .filter(address -> !address.isEmpty())
                .map(address -> Optional.ofNullable(byAddress.get(address)))
                .toList();
        return parents.stream().allMatch(Optional::isPresent)
                ? Optional.of(parents.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    private List<String> write() {
        var numbers = new LinkedHashMap<Entry, Integer>();
        var lines = new ArrayList<String>();
        byName.values().forEach(entry -> write(entry, numbers, lines));
        return lines;
    }

    private static void write(Entry entry, Map<Entry, Integer> numbers, List<String> lines) {
        if (numbers.containsKey(entry)) {
            return;
        }
        entry.parents().forEach(parent -> write(parent, numbers, lines));
        var line = new StringBuilder(entry.name() + " id: " + (numbers.size() + 1));
        numbers.put(entry, numbers.size() + 1);
        if (entry.jar() != null) {
            var ids = entry.parents().stream()
                    .map(numbers::get)
                    .map(String::valueOf)
                    .toList();
            line.append(" super: ").append(ids.get(0));
            line.append(ids.size() > 1 ? " interfaces: " + String.join(" ", ids.subList(1, ids.size())) : "");
            line.append(" source: ").append(entry.jar());
        }
        lines.add(line.toString());
    }
}
