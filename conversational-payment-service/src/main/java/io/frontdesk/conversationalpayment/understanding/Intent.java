package io.frontdesk.conversationalpayment.understanding;

/** What a visitor wants. */
public enum Intent {
    /** To pay or buy, or an answer to what was asked on the way. */
    PAY,
    /** Another item, count or amount than before. */
    CHANGE,
    /** A clear yes to a quote, and nothing else. */
    CONFIRM,
    /** Not this, or not now. */
    DECLINE,
    /** To end the dialogue. */
    CANCEL,
    /** To know what became of a payment. */
    ASK_STATUS,
    /** Anything else, such as a question about a price. */
    OTHER
}
