package dev.periodical.media.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of this desk alone, in Simplified Chinese; {@link English} says the same. */
@MessageBundle(value = "mediaDesk", locale = "zh-CN")
public interface MediaMessages {

    @Message("图片值班台")
    String title();

    @Message("概况")
    String inNumbers();

    @Message("已保存")
    String kept();

    @Message("没能保存")
    String lost();

    @Message("在等")
    String waiting();

    @Message("可疑")
    String suspect();

    @Message("失败")
    String failed();

    @Message("不予抓取")
    String refused();

    @Message("落后的记录")
    String behind();

    @Message("死信")
    String letters();

    @Message("存储占用")
    String storeSize();

    @Message("保存与失败")
    String settled();

    @Message("没能保存的，按原因")
    String byReason();

    @Message("没能保存的，按站点")
    String byHost();

    @Message("最近没能保存的")
    String latest();

    @Message("没有丢失的图片。")
    String nothingLost();

    @Message("站点")
    String host();

    @Message("原因")
    String reason();

    @Message("图片")
    String pictures();

    @Message("地址")
    String address();

    @Message("发现时间")
    String planned();

    @Message("每次尝试")
    String attempts();

    @Message("操作")
    String action();

    @Message("重试这个原因的")
    String retryReason();

    @Message("重试这个站点的")
    String retryHost();

    @Message("重试")
    String retryOne();

    @Message("{count} 张图片重新排队。")
    String didRetry(long count);

    @Message("正在歇息的站点")
    String resting();

    @Message("连续没有回答，或请求我们稍后再来的站点；到时间自动继续。")
    String restingHint();

    @Message("没有站点在歇息。")
    String noneRests();

    @Message("到")
    String until();

    @Message("等着的图片")
    String waitingThere();

    @Message("连续失败")
    String failures();

    @Message("结束歇息")
    String endRest();

    @Message("地址不可用")
    String badAddress();

    @Message("地址不在公网上，不予抓取")
    String notPublic();

    @Message("域名已不存在")
    String unknownHost();

    @Message("源站连接不上")
    String noConnection();

    @Message("源站暂时出错")
    String hostInTrouble();

    @Message("源站上已经没有")
    String notFound();

    @Message("源站拒绝外链")
    String forbidden();

    @Message("源站的回答不对")
    String oddAnswer();

    @Message("太大")
    String tooLarge();

    @Message("给的不是完好的图片")
    String noPicture();

    @Message("只是统计像素")
    String trackingPixel();

    @Message("防盗链提示图")
    String placeholder();

    @Message("原因不明")
    String other();

    /** The same in English. */
    @Localized("en")
    interface English extends MediaMessages {

        @Override
        @Message("The desk of pictures")
        String title();

        @Override
        @Message("In numbers")
        String inNumbers();

        @Override
        @Message("Kept")
        String kept();

        @Override
        @Message("Lost")
        String lost();

        @Override
        @Message("Waiting")
        String waiting();

        @Override
        @Message("Suspect")
        String suspect();

        @Override
        @Message("Failed")
        String failed();

        @Override
        @Message("Refused")
        String refused();

        @Override
        @Message("Records behind")
        String behind();

        @Override
        @Message("Dead letters")
        String letters();

        @Override
        @Message("Store")
        String storeSize();

        @Override
        @Message("Kept and lost")
        String settled();

        @Override
        @Message("Lost, by reason")
        String byReason();

        @Override
        @Message("Lost, by host")
        String byHost();

        @Override
        @Message("The latest lost")
        String latest();

        @Override
        @Message("No picture is lost.")
        String nothingLost();

        @Override
        @Message("Host")
        String host();

        @Override
        @Message("Reason")
        String reason();

        @Override
        @Message("Pictures")
        String pictures();

        @Override
        @Message("Address")
        String address();

        @Override
        @Message("Found")
        String planned();

        @Override
        @Message("Attempts")
        String attempts();

        @Override
        @Message("Action")
        String action();

        @Override
        @Message("Retry this reason")
        String retryReason();

        @Override
        @Message("Retry this host")
        String retryHost();

        @Override
        @Message("Retry")
        String retryOne();

        @Override
        @Message("{count} pictures are tried again.")
        String didRetry(long count);

        @Override
        @Message("Hosts that rest")
        String resting();

        @Override
        @Message(
                "Hosts that gave no answer again and again, or asked to be left alone; they go on by themselves in time.")
        String restingHint();

        @Override
        @Message("No host rests.")
        String noneRests();

        @Override
        @Message("Until")
        String until();

        @Override
        @Message("Pictures waiting")
        String waitingThere();

        @Override
        @Message("Failures in a row")
        String failures();

        @Override
        @Message("End the rest")
        String endRest();

        @Override
        @Message("The address can’t be used")
        String badAddress();

        @Override
        @Message("Not a public address")
        String notPublic();

        @Override
        @Message("The host’s name is gone")
        String unknownHost();

        @Override
        @Message("The host can’t be reached")
        String noConnection();

        @Override
        @Message("The host is in trouble")
        String hostInTrouble();

        @Override
        @Message("Gone from the host")
        String notFound();

        @Override
        @Message("The host forbids it")
        String forbidden();

        @Override
        @Message("An odd answer")
        String oddAnswer();

        @Override
        @Message("Too large")
        String tooLarge();

        @Override
        @Message("Not a sound picture")
        String noPicture();

        @Override
        @Message("A tracking pixel")
        String trackingPixel();

        @Override
        @Message("A placeholder")
        String placeholder();

        @Override
        @Message("Not known why")
        String other();
    }
}
