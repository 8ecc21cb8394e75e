package dev.periodical.kubernetes.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What programs link to on this machine, as {@code ldd} tells it. */
final class NativeLibraries {

    private static final Pattern FOUND = Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$");

    /** Opened by name while running: host names by the C library, the rest by PostgreSQL's programs and Kafka's codecs. */
    private static final List<String> ASKED_FOR = List.of(
            "libdl.so.2",
            "libgcc_s.so.1",
            "libm.so.6",
            "libnss_dns.so.2",
            "libnss_files.so.2",
            "libpthread.so.0",
            "libresolv.so.2",
            "librt.so.1",
            "libstdc++.so.6",
            "libz.so.1");

    private NativeLibraries() {}

    /** The libraries outside {@code within}, and the loader itself, under the paths where the loader looks for them. */
    static List<Path> of(List<Path> programs, Path within) throws IOException {
        var command = new ArrayList<String>(List.of("ldd"));
        programs.forEach(program -> command.add(program.toString()));
        var found = parse(Program.ask(command, Map.of()));
        found.removeIf(library -> library.startsWith(within));
        for (var folder : found.stream().map(Path::getParent).distinct().toList()) {
            ASKED_FOR.stream().map(folder::resolve).filter(Files::isRegularFile).forEach(found::add);
        }
        return List.copyOf(found);
    }

    static TreeSet<Path> parse(List<String> lines) {
        var found = new TreeSet<Path>();
        for (var line : lines) {
            var match = FOUND.matcher(line);
            if (match.matches()) {
                found.add(Path.of(match.group(1)));
            }
        }
        return found;
    }
}
