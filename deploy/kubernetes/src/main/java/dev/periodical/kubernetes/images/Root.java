package dev.periodical.kubernetes.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image's files in a folder, the same paths and times as a container will see; programs run inside it as root of
 * nothing, without a network, knowing no host but {@code localhost}.
 */
final class Root {

    private static final String ENTER = "root=$1; path=$2; shift 2; enter=$(command -v chroot); hostname image && "
            + "mount -t proc proc \"$root/proc\" && mount --rbind /dev \"$root/dev\" && "
            + "export PATH=\"$path\" && exec \"$enter\" \"$root\" \"$@\"";

    private final Path folder;
    private final String path;

    private Root(Path folder, String path) {
        this.folder = folder;
        this.path = path;
    }

    /** Unpacks a base and lays the layers over it. */
    static Root of(BaseTar base, List<FileEntriesLayer> layers, Path work) throws IOException {
        var folder = Files.createDirectory(work.resolve("root"));
        base.unpack(folder, Files.createDirectory(work.resolve("base")));
        for (var mount : List.of("proc", "dev", "tmp", "etc")) {
            Files.createDirectories(folder.resolve(mount));
        }
        Files.writeString(folder.resolve("etc/hosts"), "127.0.0.1 localhost image\n");
        Files.writeString(folder.resolve("etc/nsswitch.conf"), "hosts: files\n");
        for (var layer : layers) {
            copy(layer, folder);
        }
        return new Root(folder, base.path());
    }

    /** Runs one of its programs; its {@code /tmp} is {@link #temporary()}. */
    List<String> run(List<String> program) throws IOException {
        return Program.run(enter(program), Map.of());
    }

    /** The same with an environment of its own, and whatever comes of it. */
    List<String> attempt(List<String> program, Map<String, String> environment) throws IOException {
        return Program.ask(enter(program), environment);
    }

    private List<String> enter(List<String> program) throws IOException {
        var command = new ArrayList<String>(List.of("unshare"));
        if (!System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "--pid", "--net", "--uts", "--fork", "--kill-child"));
        command.addAll(List.of("sh", "-c", ENTER, "sh", folder.toString(), path));
        command.addAll(program);
        return Steadily.call(command);
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    private static void copy(FileEntriesLayer layer, Path folder) throws IOException {
        for (var entry : layer.getEntries()) {
            var target = folder.resolve(entry.getExtractionPath().toString().substring(1));
            Files.createDirectories(target.getParent());
            Files.copy(entry.getSourceFile(), target, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(mode(entry.getPermissions().toOctalString())));
            Files.setLastModifiedTime(target, FileTime.from(entry.getModificationTime()));
        }
    }

    private static String mode(String octal) {
        var mode = new StringBuilder();
        for (var digit : octal.toCharArray()) {
            var bits = digit - '0';
            mode.append((bits & 4) != 0 ? 'r' : '-')
                    .append((bits & 2) != 0 ? 'w' : '-')
                    .append((bits & 1) != 0 ? 'x' : '-');
        }
        return mode.toString();
    }
}
