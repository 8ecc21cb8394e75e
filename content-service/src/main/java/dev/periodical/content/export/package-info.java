/**
 * The door that gives articles back as Hexo documents: one by one, or as a tree of any filter in a tar or zip.
 *
 * <p>Nobody calls it. Its work is done on threads of its own and as far as the caller takes it: whatever the archive's size, an
 * export holds one page of places, one article and one piece of a picture. It must never ask another service for anything.
 *
 * <p>The <b>local</b> form is {@code source/_posts/<day>-<title>-<id>.md}: a head that Hexo reads (the one written, or the same
 * values in the same order written anew) and the sanitised body between {@code {% raw %}}. Pictures lie in {@code
 * source/images/<id>/} and are linked as {@code /images/…}, for a site at its host's root; where this service may not read the
 * bucket, or it has not the picture, the link leads to media-service. Posted back these are other articles: of another text.
 *
 * <p>The <b>original</b> form is the document byte for byte, as ingest kept it (line ends are LF). Ingest takes it for the same
 * article in the same revision, for beside each document stands how it came in: {@link dev.periodical.events.DocumentOrigin}, in
 * pax headers and zip fields. An archive that is packed anew loses these; then only what came from a tree is itself again, for
 * it has its path, and its path is its identity. What can't come back the same in any case: an article without key, link and
 * date that was posted with a {@code name}; one without head whose text looks as if it had one; a head without secrets, which is
 * what callers without token get. Relative addresses of pictures need the {@code base} once more.
 */
package dev.periodical.content.export;
