package dev.periodical.content.webhook;

/** Nothing is told to this webhook until it is enabled again, or there is none of that id any more. */
public final class WebhookDisabled extends RuntimeException {

    private static final long serialVersionUID = 1;

    WebhookDisabled() {
        super("the webhook is disabled", null, false, false);
    }
}
