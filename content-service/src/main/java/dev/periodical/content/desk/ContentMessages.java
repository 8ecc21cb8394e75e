package dev.periodical.content.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of this desk alone, in Simplified Chinese; {@link English} says the same. */
@MessageBundle(value = "contentDesk", locale = "zh-CN")
public interface ContentMessages {

    @Message("文章值班台")
    String title();

    @Message("概况")
    String inNumbers();

    @Message("文章")
    String articles();

    @Message("撤回")
    String withdrawn();

    @Message("收入")
    String cameIn();

    @Message("修订")
    String revisions();

    @Message("数据库占用")
    String databaseSize();

    @Message("图片已保存")
    String picturesKept();

    @Message("图片在等")
    String picturesWaiting();

    @Message("图片可疑")
    String picturesSuspect();

    @Message("图片没能保存")
    String picturesLost();

    @Message("落后的记录")
    String behind();

    @Message("死信")
    String letters();

    @Message("收入与撤回")
    String arrivals();

    @Message("收件处的退回")
    String refusals();

    @Message("收件服务（ingest）这个副本启动以来退回的件数，由浏览器直接向它询问。")
    String refusalsHint();

    @Message("问题")
    String problem();

    @Message("状态码")
    String status();

    @Message("最近 24 小时")
    String lastDay();

    @Message("启动以来")
    String sinceStart();

    @Message("没有退回。")
    String noRefusals();

    @Message("收件服务没有回答，或没有允许本页的来源（CORS）。")
    String ingestAway();

    @Message("这一部分需要脚本。")
    String needsScript();

    @Message("投稿")
    String dropTitle();

    @Message("把 Hexo 文件、文件夹或 zip、tar 拖到这里，或粘贴 RSS、Atom、JSON Feed 的全文。浏览器直接发给收件服务，它的回答逐条显示在下面。")
    String dropHint();

    @Message("拖到这里，或选择文件")
    String drop();

    @Message("Feed 全文")
    String feed();

    @Message("写令牌（write），只留在这一页的内存里")
    String writeToken();

    @Message("发送")
    String send();

    @Message("还没有选择文件，也没有粘贴内容。")
    String nothing();

    @Message("没有发送成功：")
    String failed();

    @Message("收下 #accepted 篇，退回 #refused 篇，跳过 #skipped 个。")
    String summaryOf();

    @Message("没有读完：")
    String incomplete();

    @Message("没有脚本时，请用命令行：")
    String withoutScript();

    /** The same in English. */
    @Localized("en")
    interface English extends ContentMessages {

        @Override
        @Message("The desk of articles")
        String title();

        @Override
        @Message("In numbers")
        String inNumbers();

        @Override
        @Message("Articles")
        String articles();

        @Override
        @Message("Withdrawn")
        String withdrawn();

        @Override
        @Message("Came in")
        String cameIn();

        @Override
        @Message("Revisions")
        String revisions();

        @Override
        @Message("Database")
        String databaseSize();

        @Override
        @Message("Pictures kept")
        String picturesKept();

        @Override
        @Message("Pictures waiting")
        String picturesWaiting();

        @Override
        @Message("Pictures suspect")
        String picturesSuspect();

        @Override
        @Message("Pictures lost")
        String picturesLost();

        @Override
        @Message("Records behind")
        String behind();

        @Override
        @Message("Dead letters")
        String letters();

        @Override
        @Message("Came in and withdrawn")
        String arrivals();

        @Override
        @Message("What ingest refused")
        String refusals();

        @Override
        @Message("Counted since this replica of ingest-service started; the browser asks it directly.")
        String refusalsHint();

        @Override
        @Message("Problem")
        String problem();

        @Override
        @Message("Status")
        String status();

        @Override
        @Message("Last 24 hours")
        String lastDay();

        @Override
        @Message("Since its start")
        String sinceStart();

        @Override
        @Message("Nothing was refused.")
        String noRefusals();

        @Override
        @Message("Ingest-service does not answer, or does not allow this page’s origin (CORS).")
        String ingestAway();

        @Override
        @Message("This part needs script.")
        String needsScript();

        @Override
        @Message("Hand in")
        String dropTitle();

        @Override
        @Message(
                "Drop Hexo files, a folder, a zip or tar here, or paste the text of an RSS, Atom or JSON feed. The browser sends them to ingest-service itself; its answer is shown line by line.")
        String dropHint();

        @Override
        @Message("Drop here, or choose files")
        String drop();

        @Override
        @Message("Text of a feed")
        String feed();

        @Override
        @Message("A token with the role write; it stays in this page’s memory alone")
        String writeToken();

        @Override
        @Message("Send")
        String send();

        @Override
        @Message("Nothing was chosen or pasted yet.")
        String nothing();

        @Override
        @Message("It was not sent:")
        String failed();

        @Override
        @Message("#accepted accepted, #refused refused, #skipped skipped.")
        String summaryOf();

        @Override
        @Message("Not read to its end:")
        String incomplete();

        @Override
        @Message("Without script, use the command line:")
        String withoutScript();
    }
}
