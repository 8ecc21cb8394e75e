package dev.periodical.media.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The originals of processed pictures: the same URL without what tells a CDN to scale, crop, mark or convert. Each row of the
 * table is tried in turn on what the rows before it left, so that a URL may lose several. URLs longer than {@link #LONGEST}
 * stay whole.
 */
public final class Originals {

    private static final int LONGEST = 4096;
    private static final String ENDING = "\\.(?:jpe?g|png|gif|webp|bmp|heic|avif)";

    private static final List<Processing> STANDARD = List.of(
            // Qiniu, Tencent: one or several instructions joined by |, perhaps with parameters of the page's own
            // behind.
            any(
                    "qiniu",
                    "\\?(?:imageView2?|imageMogr2|imageslim|watermark|roundPic|imageInfo|imageAve|thumbnail)[/|&][^#]*"),
            any("qiniu", "\\?(?:imageslim|imageInfo|imageMogr2)(?=#|$)"),
            any("tencent", "[?&](?:ci-process|imageMogr2|imageView2)=[^#]*"),
            any("aliyun", "[?&](?:x-oss-process|x-image-process|x-bce-process|x-tos-process|x-amz-process)=[^&#]*"),
            any("netease", "[?&]imageView(?=[&#]|$)[^#]*"),
            // Upyun, Aliyun, Qiniu styles behind the file's own ending.
            any("style", "(" + ENDING + ")(?:!|%21)[\\w.,()-]+"),
            any("bilibili", "(" + ENDING + ")@[\\w!.-]+"),
            any("taobao", "(" + ENDING + ")_(?:\\d+x\\d+[\\w.]*|q\\d+\\.jpg|\\.webp|sum\\.jpg)"),
            on("weixin", "qpic.cn", "&tp=webp(?=[&#]|$)|(?<=\\?)tp=webp&?", ""),
            on(
                    "sina",
                    "sinaimg.cn",
                    "^/(?:thumb\\d+|bmiddle|small|square|orj\\d+|mw\\d+|wap\\d+|thumbnail|woriginal|crop[.\\d]+)/",
                    "/large/"),
            on("zhihu", "zhimg.com", "_(?:b|hd|r|\\d+w|xl|l|s|xs|qhd|ipico)(" + ENDING + ")", "$1"),
            on("zhihu", "zhimg.com", "^/\\d+/", "/"),
            on("douban", "doubanio.com", "^(/view/\\w+)/(?:s|m|sqs|sqxs|small|medium|thumb)/", "$1/l/"),
            on("jianshu", "upload-images.jianshu.io", "(?:%7C|\\|)imageView2/[^#]*", ""),
            on("pixiv", "pximg.net", "^/c/[^/]+/", "/"),
            on("twitter", "twimg.com", ":(?:small|medium|large|thumb)$", ":orig"),
            on("twitter", "twimg.com", "([?&]name=)(?!orig)\\w+", "$1orig"),
            on("blogger", "bp.blogspot.com", "/(?:s|w|h)\\d+(?:-[\\w-]+)?/([^/]+)$", "/s0/$1"),
            on("wikimedia", "upload.wikimedia.org", "/thumb(/.+)/\\d+px-[^/]+$", "$1"),
            any("wordpress", "([^/])-\\d{2,4}x\\d{2,4}(" + ENDING + ")(?=[?#]|$)", "$1$2"),
            // What is left of a query that lost its first or only parameter.
            any("rest", "\\?(?=#|$)"));

    private final List<Processing> table;

    /** @param own the operator's rows, tried before the standard ones */
    public Originals(List<Processing> own) {
        table = new ArrayList<>(own);
        table.addAll(STANDARD);
    }

    /** The standard table alone. */
    public static Originals standard() {
        return new Originals(List.of());
    }

    /**
     * The original.
     *
     * @param url absolute
     * @param host its host, lower case
     * @return empty where the URL tells no CDN anything
     */
    Optional<String> of(String url, String host) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (path < 0 || url.length() > LONGEST) {
            return Optional.empty();
        }
        String rest = url.substring(path);
        for (Processing row : table) {
            if (row.concerns(host)) {
                rest = mended(rest, row.stripped(rest));
            }
        }
        String original = url.substring(0, path) + rest;
        return original.equals(url) ? Optional.empty() : Optional.of(original);
    }

    /** Where the first of several parameters was taken, the next becomes the first. */
    private static String mended(String before, String after) {
        boolean lost = before.indexOf('?') >= 0 && after.indexOf('?') < 0;
        return lost ? after.replaceFirst("&", "?") : after.replaceFirst("\\?&", "?");
    }

    private static Processing any(String name, String find) {
        return any(name, find, find.startsWith("(") && !find.startsWith("(?") ? "$1" : "");
    }

    private static Processing any(String name, String find, String replace) {
        return Processing.of(name, "", find, replace);
    }

    private static Processing on(String name, String domain, String find, String replace) {
        return Processing.of(name, domain, find, replace);
    }
}
