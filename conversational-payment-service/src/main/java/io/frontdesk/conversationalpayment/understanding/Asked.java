package io.frontdesk.conversationalpayment.understanding;

/** What the dialogue asked last. */
public enum Asked {
    NOTHING,
    WHICH_ITEM,
    HOW_MANY,
    WHICH_AMOUNT,
    WHICH_CURRENCY,
    CONFIRM_QUOTE
}
