package io.frontdesk.conversationalpayment.understanding;

/** Understands what a visitor writes about paying. */
public interface MessageReader {
    /** Reads any text; one that says nothing about paying is {@link Intent#OTHER}. */
    Understood read(String text, Context context);
}
