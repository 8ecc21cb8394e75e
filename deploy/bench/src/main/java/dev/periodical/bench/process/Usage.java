package dev.periodical.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a process has used so far, from {@code /proc} (Linux). */
public final class Usage {

    private static final double TICKS = 100;

    private Usage() {}

    /** Seconds of processor. */
    public static double cpu(long pid) {
        return seconds(lines(Path.of("/proc", Long.toString(pid), "stat")));
    }

    /** Seconds of processor of this process and all below it, those that have ended and were waited for too. */
    public static double cpuOfAll(long pid) {
        double ended = seconds(lines(Path.of("/proc", Long.toString(pid), "stat")), 13);
        return cpu(pid)
                + ended
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(below -> cpuIfThere(below.pid()))
                        .sum();
    }

    private static double cpuIfThere(long pid) {
        try {
            return cpu(pid);
        } catch (IllegalStateException ended) {
            return 0;
        }
    }

    /** Seconds of processor by kind of thread: the name without its number, as far as the kernel keeps it. */
    public static Map<String, Double> cpuByThread(long pid) {
        Map<String, Double> kinds = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            tasks.forEach(task -> add(kinds, task));
        } catch (IOException gone) {
            throw new IllegalStateException("no such process: " + pid, gone);
        }
        return kinds;
    }

    /** A thread that has ended since it was listed is no part of the sum. */
    private static void add(Map<String, Double> kinds, Path task) {
        try {
            String name = Files.readString(task.resolve("comm")).strip().replaceAll("[-# ]*\\d*$", "");
            kinds.merge(name, seconds(Files.readAllLines(task.resolve("stat"))), Double::sum);
        } catch (IOException ended) {
            kinds.merge("ended meanwhile", 0.0, Double::sum);
        }
    }

    /** The most memory that it ever had, in MiB. */
    public static long peakMiB(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double seconds(List<String> stat) {
        return seconds(stat, 11);
    }

    private static double seconds(List<String> stat, int first) {
        String line = String.join(" ", stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            throw new IllegalStateException("can't be read: " + file, gone);
        }
    }
}
