package dev.periodical.media.unwrap;

import static dev.periodical.media.unwrap.Encoding.BASE64;
import static dev.periodical.media.unwrap.Encoding.HEX;
import static dev.periodical.media.unwrap.Encoding.ON_SITE;
import static dev.periodical.media.unwrap.Encoding.PERCENT;
import static dev.periodical.media.unwrap.Encoding.SCHEMELESS;
import static dev.periodical.media.unwrap.Place.AFTER_OPTIONS;
import static dev.periodical.media.unwrap.Place.NOWHERE;
import static dev.periodical.media.unwrap.Place.PARAMETER;
import static dev.periodical.media.unwrap.Place.PATH_PARAMETER;
import static dev.periodical.media.unwrap.Place.QUERY;
import static dev.periodical.media.unwrap.Place.SEGMENT;
import static dev.periodical.media.unwrap.Place.TAIL;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The families known from the field, in the order they are asked: what stays, named services, software that anybody may
 * run on any host, and last the shapes that tell a proxy nobody has named.
 */
final class StandardFamilies {

    /** Pictures made from a URL rather than of it, and proxies that hide it: these URLs are the only ones there are. */
    private static final List<Family> KEPT = List.of(
            kept("generator", "s0.wp.com/mshots/*"),
            kept("generator", "*gravatar.com/*"),
            kept("generator", "api.qrserver.com/*"),
            kept("generator", "chart.googleapis.com/*"),
            kept("generator", "quickchart.io/*"),
            kept("generator", "img.shields.io/*"),
            kept("generator", "image.thum.io/*"),
            kept("generator", "api.microlink.io/*"),
            kept("generator", "*plantuml.com/*"),
            kept("generator", "*/s2/favicons*"),
            kept("generator", "*.gstatic.com/favicon*"),
            kept("share-link", "*/sharer/*"),
            kept("share-link", "*/intent/tweet*"),
            kept("share-link", "*/pin/create/*"),
            kept("opaque", "external-preview.redd.it/*"),
            kept("opaque", "lh*.googleusercontent.com/proxy/*"),
            kept("opaque", "*.bing.com/th*"),
            kept("opaque", "*.bing.net/th*"));

    private static final List<Family> SERVICES = List.of(
            row("cors-worker-bare", "*.workers.dev/*", QUERY, "", PERCENT),
            row("cors-worker-url", "*.workers.dev/*", PARAMETER, "url", PERCENT),
            row("cors-anywhere", "cors-anywhere.*/*", TAIL, "", PERCENT),
            row("thingproxy", "thingproxy.freeboard.io/fetch/*", TAIL, "", PERCENT),
            row("allorigins", "*allorigins.*/*", PARAMETER, "url", PERCENT),
            row("corsproxy-io", "*corsproxy.io/*", QUERY, "", PERCENT),
            row("corsproxy-io", "*corsproxy.io/*", PARAMETER, "url", PERCENT),
            row("codetabs", "api.codetabs.com/*", PARAMETER, "quest", PERCENT),
            row("weserv", "*weserv.nl/*", PARAMETER, "url", SCHEMELESS),
            row("weserv", "wsrv.nl/*", PARAMETER, "url", SCHEMELESS),
            new Photon("photon"),
            new Statically("statically"),
            new AmpCache("amp-cache"),
            row("duckduckgo", "*.duckduckgo.com/iu/*", PARAMETER, "u", PERCENT),
            row("startpage", "*startpage.com/av/*", PARAMETER, "piurl", PERCENT),
            row("google-gadgets", "*.googleusercontent.com/gadgets/*", PARAMETER, "url", PERCENT),
            row("google-imgres", "*google.*/imgres*", PARAMETER, "imgurl", PERCENT),
            row("bing-images", "*bing.com/images/*", PARAMETER, "mediaurl", PERCENT),
            row("yandex-images", "*yandex.*/images/*", PARAMETER, "img_url", PERCENT),
            row("cloudinary-fetch", "*/image/fetch/*", TAIL, "", PERCENT),
            row("imagekit", "ik.imagekit.io/*", TAIL, "", PERCENT),
            row("wayback", "web.archive.org/web/*", AFTER_OPTIONS, "/web/", SCHEMELESS),
            row("baidu-down", "image.baidu.com/search/down*", PARAMETER, "url", PERCENT),
            row("baidu-down", "image.baidu.com/search/down*", PARAMETER, "thumburl", PERCENT),
            row("baidu-down", "image.baidu.com/search/down*", PARAMETER, "objurl", PERCENT),
            row("baidu-gimg", "gimg*.baidu.com/*", PATH_PARAMETER, "src", PERCENT),
            row("baidu-timg", "timg*.baidu.com/*", PARAMETER, "src", PERCENT),
            row("sogou", "*.sogoucdn.com/*", PARAMETER, "url", PERCENT),
            row("qq-reader", "read.html5.qq.com/image*", PARAMETER, "imageUrl", PERCENT),
            row("netease", "nimg.ws.126.net/*", PARAMETER, "url", SCHEMELESS),
            row("naver-pstatic", "*.pstatic.net/*", PARAMETER, "src", PERCENT),
            new Mirror("pixiv-mirror", Set.of("i.pixiv.cat", "i.pixiv.re", "i.pixiv.nl"), "/", "https://i.pximg.net"),
            row("daum-thumb", "*.daumcdn.net/thumb/*", PARAMETER, "fname", PERCENT),
            new PixivShape("pixiv-shape"),
            new GoogleMail("google-mail"),
            row("ghproxy", "*ghproxy.*/*", TAIL, "", PERCENT),
            row("yahoo-res", "*.yimg.com/*/api/res/*", TAIL, "", PERCENT),
            row("aol-dims", "o.aolcdn.com/images/*", PARAMETER, "image_uri", PERCENT),
            row("aol-dims", "o.aolcdn.com/images/*", TAIL, "", PERCENT),
            row("hatena", "cdn.image.st-hatena.com/image/*", TAIL, "", PERCENT),
            row("devto", "*.dev.to/dynamic/image/*", TAIL, "", PERCENT),
            row("steem-hive", "steemitimages.com/*", TAIL, "", PERCENT),
            row("steem-hive", "images.hive.blog/*", TAIL, "", PERCENT),
            new DiscordExternal("discord-external"),
            row("slack-imgs", "slack-imgs.com/*", PARAMETER, "url", PERCENT),
            row("pocket", "pocket-image-cache.com/*", TAIL, "", PERCENT),
            row("shortpixel", "*.shortpixel.ai/*", TAIL, "", PERCENT),
            row("optimole", "*.optimole.com/*", TAIL, "", PERCENT),
            row("cloudimage", "*.cloudimg.io/*", TAIL, "", PERCENT),
            row("filestack", "*.filestackcontent.com/*", TAIL, "", PERCENT),
            row("imagecdn", "imagecdn.app/*", TAIL, "", PERCENT),
            row("uploadcare", "*.ucr.io/*", TAIL, "", PERCENT),
            row("embedly", "*.embed.ly/1/*", PARAMETER, "url", PERCENT));

    private static final List<Family> SOFTWARE = List.of(
            row("facebook-safe-image", "*/safe_image.php", PARAMETER, "url", PERCENT),
            row("wapo-imrs", "*/wp-apps/imrs.php", PARAMETER, "src", PERCENT),
            row("brightspot-dims", "*/dims4/*", PARAMETER, "url", PERCENT),
            row("nextjs-image", "*/_next/image*", PARAMETER, "url", ON_SITE),
            row("vercel-image", "*/_vercel/image*", PARAMETER, "url", ON_SITE),
            row("netlify-image", "*/.netlify/images*", PARAMETER, "url", ON_SITE),
            row("nuxt-ipx", "*/_ipx/*", AFTER_OPTIONS, "/_ipx/", ON_SITE),
            row("cloudflare-cdn-cgi", "*/cdn-cgi/image/*", AFTER_OPTIONS, "/cdn-cgi/image/", ON_SITE),
            new Imgproxy("imgproxy"),
            row("thumbor", "*/unsafe/*", TAIL, "", PERCENT),
            row("thumbor", "*/thumbor/*", TAIL, "", PERCENT),
            row("thumbor", "*thumbor*/*", TAIL, "", PERCENT),
            row("thumbor", "*imagor*/*", TAIL, "", PERCENT),
            row("thumbor", "*/filters:*", TAIL, "", PERCENT),
            row("thumbor", "*/fit-in/*", TAIL, "", PERCENT),
            row("thumbor", "*/smart/*", TAIL, "", PERCENT),
            row("flyimg", "*flyimg*/upload/*", TAIL, "", PERCENT),
            row("camo-hex", "*/*/*", SEGMENT, "", HEX),
            row("pleroma-mediaproxy", "*/proxy/*/*/*", SEGMENT, "", BASE64),
            row("miniflux", "*/proxy/*/*", SEGMENT, "", BASE64),
            row("go-camo-b64", "*/*", SEGMENT, "", BASE64),
            new Nitter("nitter"));

    private static final List<Family> SHAPES =
            List.of(new ProxyByName("proxy-by-name"), new PrefixProxy("prefix-proxy"));

    static final List<Family> ALL =
            Stream.of(KEPT, SERVICES, SOFTWARE, SHAPES).flatMap(List::stream).toList();

    private StandardFamilies() {}

    private static Family row(String name, String pattern, Place place, String key, Encoding encoding) {
        return new FamilyRule(name, pattern, place, key, encoding);
    }

    private static Family kept(String name, String pattern) {
        return new FamilyRule(name, pattern, NOWHERE, "", PERCENT);
    }
}
