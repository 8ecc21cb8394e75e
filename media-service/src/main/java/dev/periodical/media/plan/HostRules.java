package dev.periodical.media.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * Rules for hosts: each for a domain and everything below it, the longest domain wins. The known walls are built in: hosts
 * that answer 403 or a notice to strangers, and what they take for their own reader. An operator's rule for a domain replaces
 * the built-in one.
 */
public final class HostRules {

    private static final Map<String, HostRule> KNOWN = new HashMap<>();

    static {
        wall("https://weibo.com/", "sinaimg.cn", "weibocdn.com");
        wall("https://mp.weixin.qq.com/", "mmbiz.qpic.cn", "mmbiz.qlogo.cn", "mmecoa.qpic.cn");
        wall("https://www.pixiv.net/", "pximg.net");
        wall("https://www.zhihu.com/", "zhimg.com");
        wall("https://www.bilibili.com/", "hdslb.com", "biliimg.com");
        wall("https://www.jianshu.com/", "upload-images.jianshu.io", "upload.jianshu.io");
        wall("https://blog.csdn.net/", "csdnimg.cn", "img-blog.csdn.net");
        wall("https://sspai.com/", "cdn.sspai.com", "cdnfile.sspai.com");
        wall("https://www.douban.com/", "doubanio.com");
        wall("https://tieba.baidu.com/", "imgsrc.baidu.com", "hiphotos.baidu.com", "tiebapic.baidu.com");
        wall("https://baijiahao.baidu.com/", "pics.baidu.com", "mbdp01.bdstatic.com", "pic.rmb.bdstatic.com");
        wall("https://www.cnblogs.com/", "img2018.cnblogs.com", "img2020.cnblogs.com", "images.cnblogs.com");
        wall("https://www.lofter.com/", "nosdn.127.net", "lf127.net");
        wall("https://www.coolapk.com/", "image.coolapk.com");
        wall("https://www.gamersky.com/", "img1.gamersky.com", "imgs.gamersky.com");
        wall("https://www.ithome.com/", "img.ithome.com");
        wall("https://bbs.nga.cn/", "img.nga.178.com", "img.nga.cn");
        wall("https://segmentfault.com/", "image-static.segmentfault.com");
        wall("https://www.oschina.net/", "oscimg.oschina.net", "static.oschina.net");
        wall("https://www.smzdm.com/", "zdmimg.com", "smzdm.com");
        wall("https://www.mafengwo.cn/", "mafengwo.net");
        wall("https://jandan.net/", "moyu.im");
        wall("https://www.instagram.com/", "cdninstagram.com");
    }

    private final Map<String, HostRule> rules = new HashMap<>(KNOWN);

    /** @param own the operator's, by domain */
    public HostRules(Map<String, HostRule> own) {
        rules.putAll(own);
    }

    /** The built-in ones alone. */
    public static HostRules standard() {
        return new HostRules(Map.of());
    }

    /** @param host lower case, as the guard has it; may be empty */
    public HostRule of(String host) {
        for (String domain = host; !domain.isEmpty(); domain = domain.substring(domain.indexOf('.') + 1)) {
            HostRule rule = rules.get(domain);
            if (rule != null) {
                return rule;
            }
            if (domain.indexOf('.') < 0) {
                break;
            }
        }
        return HostRule.NONE;
    }

    private static void wall(String referer, String... domains) {
        for (String domain : domains) {
            KNOWN.put(domain, HostRule.referer(referer));
        }
    }
}
