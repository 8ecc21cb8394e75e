package dev.periodical.ingest.batch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The posts of a tree in a tar or a zip, read forward. Links, devices and folders are nobody's posts. */
final class TreeItems implements Items {

    private static final long LONGEST_HEADER = 1L << 20;

    private final ArchiveInputStream<? extends ArchiveEntry> archive;
    private final Measured below;
    private final Measured content;
    private final BatchRules rules;
    private boolean inside;
    private long skipped;

    private TreeItems(
            ArchiveInputStream<? extends ArchiveEntry> archive, Measured below, Measured content, BatchRules rules) {
        this.archive = archive;
        this.below = below;
        this.content = content;
        this.rules = rules;
    }

    static TreeItems tar(InputStream in, BatchRules rules) {
        Measured below = new Measured(in);
        var archive = new TarArchiveInputStream(below, "UTF-8");
        return new TreeItems(archive, below, new Measured(archive), rules);
    }

    static TreeItems zip(InputStream in, BatchRules rules) {
        Measured below = new Measured(in);
        var archive = new ZipArchiveInputStream(below, "UTF-8", true, false);
        return new TreeItems(archive, below, new Unfolded(archive, below), rules);
    }

    @Override
    public Item next() throws IOException {
        try {
            for (ArchiveEntry entry = entry(); entry != null; entry = entry()) {
                Item item = item(entry);
                if (item != null) {
                    return item;
                }
            }
            return null;
        } catch (BrokenContainer e) {
            throw e;
        } catch (EOFException e) {
            throw new BrokenContainer("it ends before its last entry does", e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new BrokenContainer("it is damaged: " + e.getMessage(), e);
        }
    }

    private ArchiveEntry entry() throws IOException {
        if (inside) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
        }
        boolean tar = archive instanceof TarArchiveInputStream;
        if (tar) {
            below.allow(LONGEST_HEADER, "a header is longer than any honest one");
        }
        ArchiveEntry entry = archive.getNextEntry();
        below.allowAll();
        inside = entry != null;
        return entry;
    }

    private Item item(ArchiveEntry entry) throws IOException {
        boolean file = entry instanceof TarArchiveEntry tar ? regular(tar) : !entry.isDirectory();
        inside = archive.canReadEntryData(entry);
        if (!file) {
            skipped += entry.isDirectory() ? 0 : 1;
            return null;
        }
        TreePath path = TreePath.of(entry.getName());
        if (path.kind() == TreePath.Kind.ASTRAY) {
            return new Item.Unusable(path.name(), "its path leaves the tree");
        }
        if (path.kind() == TreePath.Kind.OTHER || path.kind() == TreePath.Kind.DRAFT && !rules.drafts()) {
            skipped++;
            return null;
        }
        if (!inside) {
            return new Item.Unusable(
                    path.name(), "it is encrypted, sparse, or packed in a way that can't be read forward");
        }
        byte[] bytes = content.readNBytes(rules.maxBytes() + 1);
        return bytes.length > rules.maxBytes()
                ? new Item.TooLarge(path.name())
                : new Item.Document(path.name(), bytes, Origins.of(entry));
    }

    /** POSIX's two words for a file, and its contiguous file. */
    private static boolean regular(TarArchiveEntry entry) {
        byte type = entry.getLinkFlag();
        return !entry.isDirectory()
                && (type == TarConstants.LF_OLDNORM
                        || type == TarConstants.LF_NORMAL
                        || type == TarConstants.LF_CONTIG);
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
