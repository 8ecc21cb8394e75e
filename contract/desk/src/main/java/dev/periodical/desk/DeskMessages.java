package dev.periodical.desk;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that every desk has, in Simplified Chinese; {@link English} says the same. */
@MessageBundle(value = "desk", locale = "zh-CN")
public interface DeskMessages {

    @Message("值班台")
    String desk();

    @Message("文章")
    String articles();

    @Message("图片")
    String pictures();

    @Message("阅读页")
    String reader();

    @Message("各处")
    String places();

    @Message("跳到正文")
    String skip();

    @Message("进入值班台")
    String enter();

    @Message("令牌")
    String token();

    @Message("令牌只在这里给一次；会话保存在浏览器的 cookie 里，最长 12 小时，令牌被撤销时立即失效。")
    String tokenHint();

    @Message("没有人持有这个令牌。")
    String refused();

    @Message("进入")
    String go();

    @Message("离开")
    String leave();

    @Message("令牌")
    String heldBy();

    @Message("按小时（最近 24 小时）")
    String perHour();

    @Message("最多一小时 {peak}")
    String peak(long peak);

    @Message("以表格显示")
    String asTable();

    @Message("小时")
    String hour();

    @Message("死信")
    String deadLetters();

    @Message("消费者处理不了的记录，原样放在一边，保留 30 天。放回后只有这个消费者会再读到它；再次失败就多一封，不会循环。")
    String deadLettersHint();

    @Message("没有等待处理的死信。")
    String noDeadLetters();

    @Message("{waiting} 封等待，共 {letters} 封")
    String waitingOf(long waiting, long letters);

    @Message("最近的等待原因")
    String reasons();

    @Message("原因")
    String reason();

    @Message("数量")
    String number();

    @Message("最近几封")
    String latest();

    @Message("时间")
    String when();

    @Message("键")
    String key();

    @Message("来处")
    String origin();

    @Message("大小")
    String size();

    @Message("操作")
    String action();

    @Message("放回")
    String putBack();

    @Message("放回这个原因的全部")
    String putBackReason();

    @Message("放回这个主题的全部")
    String putBackAll();

    @Message("放回了 {count} 封死信。")
    String didRequeue(long count);

    @Message("时间到了还没有放完，请再按一次。")
    String moreLeft();

    @Message("消费进度")
    String lag();

    @Message("主题")
    String topic();

    @Message("落后的记录")
    String behind();

    @Message("Kafka 没有回答，现在无法得知。")
    String kafkaAway();

    @Message("数据库没有回答，现在无法得知。")
    String databaseAway();

    @Message("无法得知")
    String unknown();

    @Message("这个令牌没有 operate 角色，只能看。")
    String lookOnly();

    /** The same in English. */
    @Localized("en")
    interface English extends DeskMessages {

        @Override
        @Message("Desk")
        String desk();

        @Override
        @Message("Articles")
        String articles();

        @Override
        @Message("Pictures")
        String pictures();

        @Override
        @Message("Reader")
        String reader();

        @Override
        @Message("Places")
        String places();

        @Override
        @Message("Skip to the content")
        String skip();

        @Override
        @Message("Enter the desk")
        String enter();

        @Override
        @Message("Token")
        String token();

        @Override
        @Message(
                "The token is given here once. The session is kept in a cookie of this browser, for 12 hours at most, and ends at once when the token is withdrawn.")
        String tokenHint();

        @Override
        @Message("Nobody holds this token.")
        String refused();

        @Override
        @Message("Enter")
        String go();

        @Override
        @Message("Leave")
        String leave();

        @Override
        @Message("Token")
        String heldBy();

        @Override
        @Message("By the hour, the last 24")
        String perHour();

        @Override
        @Message("At most {peak} an hour")
        String peak(long peak);

        @Override
        @Message("As a table")
        String asTable();

        @Override
        @Message("Hour")
        String hour();

        @Override
        @Message("Dead letters")
        String deadLetters();

        @Override
        @Message(
                "Records that the consumer can’t take lie aside untouched for 30 days. Put back, they are read by this consumer alone; what fails again is one more letter and no loop.")
        String deadLettersHint();

        @Override
        @Message("No dead letter waits.")
        String noDeadLetters();

        @Override
        @Message("{waiting} wait, of {letters}")
        String waitingOf(long waiting, long letters);

        @Override
        @Message("Why the latest wait")
        String reasons();

        @Override
        @Message("Reason")
        String reason();

        @Override
        @Message("Count")
        String number();

        @Override
        @Message("The latest")
        String latest();

        @Override
        @Message("When")
        String when();

        @Override
        @Message("Key")
        String key();

        @Override
        @Message("Origin")
        String origin();

        @Override
        @Message("Size")
        String size();

        @Override
        @Message("Action")
        String action();

        @Override
        @Message("Put back")
        String putBack();

        @Override
        @Message("Put back all of this reason")
        String putBackReason();

        @Override
        @Message("Put back all of this topic")
        String putBackAll();

        @Override
        @Message("{count} dead letters were put back.")
        String didRequeue(long count);

        @Override
        @Message("Time ended before all were put back: press again.")
        String moreLeft();

        @Override
        @Message("Consumer")
        String lag();

        @Override
        @Message("Topic")
        String topic();

        @Override
        @Message("Records behind")
        String behind();

        @Override
        @Message("Kafka does not answer: not known for now.")
        String kafkaAway();

        @Override
        @Message("The database does not answer: not known for now.")
        String databaseAway();

        @Override
        @Message("not known")
        String unknown();

        @Override
        @Message("This token has no role operate: it may look.")
        String lookOnly();
    }
}
