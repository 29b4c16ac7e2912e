package io.frontdesk.payment.stripestandin;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stripe's test methods of payment, by their published names. */
final class Cards {
    static final String GOOD = "pm_card_visa";
    static final String SLOW = "pm_usBankAccount_processing";
    static final String ASKS = "pm_card_threeDSecure2Required";

    /** Code and decline code of those that are declined. */
    private static final Map<String, String[]> DECLINED =
            Map.of(
                    "pm_card_visa_chargeDeclined",
                    new String[] {"card_declined", "generic_decline"},
                    "pm_card_visa_chargeDeclinedInsufficientFunds",
                    new String[] {"card_declined", "insufficient_funds"},
                    "pm_card_visa_chargeDeclinedLostCard",
                    new String[] {"card_declined", "lost_card"},
                    "pm_card_chargeDeclinedExpiredCard",
                    new String[] {"expired_card", ""},
                    "pm_card_chargeDeclinedProcessingError",
                    new String[] {"processing_error", ""});

    private Cards() {}

    static boolean known(String method) {
        return Set.of(GOOD, ASKS, SLOW).contains(method) || DECLINED.containsKey(method);
    }

    static @Nullable StripeProblem decline(String method) {
        var codes = DECLINED.get(method);
        if (codes == null) {
            return null;
        }
        var problem = new StripeProblem(402, "card_error", codes[0], "Your card was declined.");
        if (!codes[1].isEmpty()) {
            problem.error().put("decline_code", codes[1]);
        }
        return problem;
    }
}
