package dev.periodical.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a TCP port, as Linux tells it: {@code /proc/net/tcp} names the socket's inode,
 * {@code /proc/<pid>/fd} the process that has it open. On other systems, and for processes of other users, there is no
 * answer.
 *
 * @param pid the process id
 * @param command its command line, at most 120 characters
 */
public record PortHolder(long pid, String command) {

    private static final String LISTEN = "0A";
    private static final int COMMAND_LENGTH = 120;

    /** Who listens on the port; empty when nobody does or it cannot be told. */
    public static Optional<PortHolder> of(int port) {
        return of(Path.of("/proc"), port);
    }

    static Optional<PortHolder> of(Path proc, int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listening(proc.resolve(table), port));
        }
        return sockets.isEmpty() ? Optional.empty() : owner(proc, sockets);
    }

    String describe() {
        return " by process " + pid + " (" + command + ")";
    }

    private static Set<String> listening(Path table, int port) {
        Set<String> inodes = new HashSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.trim().split("\\s+");
                if (columns.length > 9
                        && columns[3].equals(LISTEN)
                        && columns[1].endsWith(":" + String.format("%04X", port))) {
                    inodes.add("socket:[" + columns[9] + "]");
                }
            }
        } catch (IOException notLinux) {
            return Set.of();
        }
        return inodes;
    }

    private static Optional<PortHolder> owner(Path proc, Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOne(process.resolve("fd"), sockets)) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    return Optional.of(new PortHolder(pid, commandOf(process)));
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holdsOne(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException goneOrNotOurs) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String commandOf(Path process) throws IOException {
        String line = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .trim();
        return line.length() <= COMMAND_LENGTH ? line : line.substring(0, COMMAND_LENGTH - 1) + "…";
    }
}
