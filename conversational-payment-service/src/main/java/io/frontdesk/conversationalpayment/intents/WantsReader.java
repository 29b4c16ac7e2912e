package io.frontdesk.conversationalpayment.intents;

/**
 * Reads what a message wants. A negation, a condition or a question never counts as a wish to pay.
 */
public final class WantsReader {
    private WantsReader() {}

    /**
     * Reads the want behind a wording.
     *
     * @param skeleton the wording
     * @param bare whether an answer without a verb is one: something was asked
     */
    public static Wants read(String skeleton, boolean bare) {
        var names = skeleton.contains(" ITEM ") || skeleton.contains(" SUM ");
        var numbers = names || skeleton.contains(" COUNT ");
        var change = Wordings.CHANGE.in(skeleton);
        if (Affirmations.clear(skeleton)) {
            return Wants.YES;
        }
        if (Wordings.STATUS.in(skeleton)) {
            return Wants.STATUS;
        }
        if (Wordings.CONDITION.in(skeleton)) {
            return Wants.NOTHING;
        }
        if (Wordings.QUESTION.in(skeleton)
                || (skeleton.contains(" ? ") && !Wordings.REQUEST.in(skeleton) && !change)) {
            return bare && Wordings.BARE.are(skeleton) && numbers ? Wants.ANSWER : Wants.NOTHING;
        }
        if (Wordings.CANCEL.in(skeleton) && !Wordings.NO_CANCEL.in(skeleton)) {
            return Wants.CANCEL;
        }
        var refused = Wordings.REFUSAL.in(skeleton);
        var no = Wordings.NO.in(skeleton);
        var contrast = Wordings.CONTRAST.in(skeleton);
        if (!bare && !refused && !no && !contrast && Wordings.PAY.in(skeleton)) {
            return pay(skeleton, numbers, false);
        }
        if (numbers && !refused && (change || contrast || no)) {
            return Wants.CHANGE;
        }
        if (numbers && contrast) {
            return Wants.CHANGE;
        }
        if (no && Wordings.YES_TOO.in(skeleton)) {
            return Wants.NOTHING;
        }
        if (refused || no) {
            return Wants.NO;
        }
        return pay(skeleton, numbers, bare);
    }

    private static Wants pay(String skeleton, boolean numbers, boolean bare) {
        if (Wordings.PAST.in(skeleton)) {
            return Wants.NOTHING;
        }
        if (Wordings.PAY.in(skeleton) || (numbers && Wordings.WISH.in(skeleton))) {
            return Wants.PAY;
        }
        if (Wordings.CHANGE.in(skeleton) && numbers) {
            return Wants.CHANGE;
        }
        return numbers && (bare || Wordings.BARE.are(skeleton)) ? Wants.ANSWER : Wants.NOTHING;
    }
}
