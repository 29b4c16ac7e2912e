package io.frontdesk.conversationalpayment.intents;

/** What a message wants, before the dialogue is considered. */
public enum Wants {
    PAY,
    /** Names items, sums or counts without saying what to do with them. */
    ANSWER,
    CHANGE,
    YES,
    NO,
    CANCEL,
    STATUS,
    NOTHING
}
