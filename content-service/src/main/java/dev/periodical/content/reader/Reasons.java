package dev.periodical.content.reader;

import dev.periodical.events.FailureReason;

/** Why a picture is not there, in the reader's words. */
final class Reasons {

    private Reasons() {}

    /** A short sentence with the code behind it, so that a reader can quote it and an operator can find it. */
    static String text(String code) {
        return words(FailureReason.ofCode(code)) + "（" + code + "）";
    }

    private static String words(FailureReason reason) {
        return switch (reason) {
            case INVALID_URL, SCHEME_NOT_ALLOWED, PORT_NOT_ALLOWED, CREDENTIALS_IN_URL -> "地址不可用";
            case HOST_NOT_ALLOWED, ADDRESS_NOT_PUBLIC -> "地址不在公网上，不予抓取";
            case UNKNOWN_HOST -> "源站的域名已不存在";
            case CONNECTION_FAILED, TIMED_OUT, TLS_FAILED, TRUNCATED -> "源站连接不上";
            case RATE_LIMITED, SERVER_ERROR -> "源站暂时出错";
            case NOT_FOUND -> "源站上已经没有这张图片";
            case FORBIDDEN -> "源站拒绝外链";
            case UNEXPECTED_STATUS, TOO_MANY_REDIRECTS -> "源站的回答不对";
            case TOO_LARGE, TOO_MANY_PIXELS -> "图片太大";
            case EMPTY, NOT_AN_IMAGE, DAMAGED -> "源站给的不是一张完好的图片";
            case TRACKING_PIXEL -> "只是一个统计像素";
            case PLACEHOLDER -> "源站给的是防盗链提示图";
            case OTHER -> "原因不明";
        };
    }
}
