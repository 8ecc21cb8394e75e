package dev.periodical.content.reader;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The reader's words, in Simplified Chinese; {@link EnglishReader} says the same. */
@MessageBundle(value = "reader", locale = "zh-CN")
public interface ReaderMessages {

    @Message("文章")
    String articles();

    @Message("跳到正文")
    String skip();

    @Message("各处")
    String places();

    @Message("搜索")
    String search();

    @Message("找什么？按 / 键来到这里")
    String searchHint();

    @Message("分类")
    String categories();

    @Message("筛选")
    String filters();

    @Message("去掉筛选：{what}")
    String without(String what);

    @Message("分类 {name}")
    String category(String name);

    @Message("标签 {name}")
    String tag(String name);

    @Message("作者 {name}")
    String author(String name);

    @Message("{day} 起")
    String from(String day);

    @Message("至 {day}")
    String to(String day);

    @Message("图片：{state}")
    String picturesThat(String state);

    @Message("{#if more}{count} 篇以上{#else}共 {count} 篇{/if}")
    String counted(long count, boolean more);

    @Message("更早的文章")
    String older();

    @Message("更多结果")
    String moreFinds();

    @Message("回到最新")
    String newest();

    @Message("这里还没有文章。向 ingest-service 发送一篇：")
    String empty();

    @Message("没有更多文章了。")
    String noMore();

    @Message("没有符合的文章。")
    String noneFound();

    @Message("无题")
    String untitled();

    @Message("{count} 张图片")
    String pictures(int count);

    @Message("{count} 张图片，都已保存。")
    String allKept(int count);

    @Message("{count} 张图片，其中 {missing} 张现在看不到。")
    String someMissing(int count, long missing);

    @Message("发布于")
    String published();

    @Message("收入于")
    String ingested();

    @Message("原文")
    String original();

    @Message("修订历史")
    String history();

    @Message("这篇文档（Hexo）")
    String asHexo();

    @Message("订阅")
    String feed();

    @Message("查看原尺寸图片")
    String fullSize();

    @Message("图片正在保存，请稍后再看。")
    String waiting();

    @Message("这张图片没能保存下来：{why}")
    String lost(String why);

    @Message("这张图片可能不是原图：{why}")
    String suspect(String why);

    @Message("原图地址")
    String originalPicture();

    @Message("没有这篇文章")
    String noArticle();

    @Message("编号 {id} 的文章不在这里，或者已经撤回。")
    String noArticleHere(String id);

    @Message("回到列表")
    String backToList();

    @Message("回到文章")
    String backToArticle();

    @Message("当前")
    String current();

    @Message("与上一版的差别")
    String difference();

    @Message("只比较了开头的部分。")
    String truncated();

    @Message("文字没有变化。")
    String noDifference();

    @Message("删去")
    String removed();

    @Message("加上")
    String added();

    @Message("地址不可用")
    String addressUnusable();

    @Message("地址不在公网上，不予抓取")
    String addressNotPublic();

    @Message("源站的域名已不存在")
    String hostGone();

    @Message("源站连接不上")
    String hostSilent();

    @Message("源站暂时出错")
    String hostTroubled();

    @Message("源站上已经没有这张图片")
    String pictureGone();

    @Message("源站拒绝外链")
    String hotLinkRefused();

    @Message("源站的回答不对")
    String answerWrong();

    @Message("图片太大")
    String tooLarge();

    @Message("源站给的不是一张完好的图片")
    String notSound();

    @Message("只是一个统计像素")
    String trackingPixel();

    @Message("源站给的是防盗链提示图")
    String placeholder();

    @Message("原因不明")
    String unknownReason();
}
