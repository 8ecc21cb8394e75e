package dev.periodical.content.export;

import dev.periodical.content.article.KeptArticle;
import dev.periodical.events.DocumentOrigin;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A Hexo tree on its way out. Each piece is made when the one before it was taken, so a slow taker holds neither a thread nor
 * more than an article.
 */
final class Tree {

    private static final int PIECE = 1 << 20;

    private final Packing packing;
    private final Form form;
    private final boolean whole;
    private final Function<KeptArticle, String> name;
    private final Pictures pictures;
    private final Executor threads;
    private final TreeNote note;

    /**
     * @param whole whether the taker may have heads' secrets back
     * @param name where an article's document stands
     * @param pictures where the local form has its pictures from
     */
    Tree(
            Packing packing,
            Form form,
            boolean whole,
            Function<KeptArticle, String> name,
            Pictures pictures,
            Executor threads) {
        this.packing = packing;
        this.form = form;
        this.whole = whole;
        this.name = name;
        this.pictures = pictures;
        this.threads = threads;
        this.note = new TreeNote(form, pictures.reachable());
    }

    /** @param articles read as far as they are taken */
    Multi<byte[]> of(Multi<KeptArticle> articles) {
        Multi<byte[]> files = articles.onItem().transformToMultiAndConcatenate(this::files);
        return Multi.createBy()
                .concatenating()
                .streams(files, Multi.createFrom().deferred(this::end))
                .select()
                .where(piece -> piece.length > 0)
                .onTermination()
                .invoke(() -> threads.execute(packing::close));
    }

    private Multi<byte[]> files(KeptArticle kept) {
        return step(() -> form == Form.ORIGINAL ? PackedPictures.NONE : pictures.packed(kept))
                .onItem()
                .transformToMulti(packed -> Multi.createBy()
                        .concatenating()
                        .streams(
                                step(() -> document(kept, packed)).toMulti(),
                                Multi.createFrom()
                                        .iterable(packed.files().entrySet())
                                        .onItem()
                                        .transformToMultiAndConcatenate(file -> picture(kept, file))));
    }

    private byte[] document(KeptArticle kept, PackedPictures packed) {
        String text = form == Form.ORIGINAL
                ? HexoDocument.original(kept.article(), whole)
                : HexoDocument.local(kept, packed.links());
        DocumentOrigin origin = form == Form.ORIGINAL ? DocumentOrigin.of(kept.article()) : null;
        note.count(packed);
        put(name.apply(kept), text, TreeName.time(kept), origin);
        return packing.taken();
    }

    private Multi<byte[]> picture(KeptArticle kept, Map.Entry<String, PackedPictures.File> file) {
        long size = file.getValue().size();
        Multi<byte[]> begin = step(() -> {
                    packing.begin("source" + file.getKey(), size, TreeName.time(kept), true, null);
                    return packing.taken();
                })
                .toMulti();
        Multi<byte[]> pieces = Multi.createFrom()
                .range(0, (int) ((size + PIECE - 1) / PIECE))
                .onItem()
                .transformToUniAndConcatenate(number -> step(() -> {
                    long offset = (long) number * PIECE;
                    packing.write(
                            pictures.read(file.getValue().mediaId(), offset, (int) Math.min(PIECE, size - offset)));
                    return packing.taken();
                }));
        Multi<byte[]> end = step(() -> {
                    packing.end();
                    return packing.taken();
                })
                .toMulti();
        return Multi.createBy().concatenating().streams(begin, pieces, end);
    }

    private Multi<byte[]> end() {
        Multi<byte[]> text = step(() -> {
                    put(TreeNote.NAME, note.text(), Instant.now(), null);
                    return packing.taken();
                })
                .toMulti();
        boolean[] more = {true};
        Multi<byte[]> rest = Multi.createBy()
                .repeating()
                .uni(() -> step(() -> {
                    more[0] = packing.finish();
                    return packing.taken();
                }))
                .whilst(piece -> more[0]);
        return Multi.createBy().concatenating().streams(text, rest);
    }

    private void put(String path, String text, Instant time, DocumentOrigin origin) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        packing.begin(path, utf8.length, time, false, origin);
        packing.write(utf8);
        packing.end();
    }

    private <T> Uni<T> step(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(threads);
    }
}
