package io.frontdesk.payment.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The accounts of a tenant's books, each per provider, mode and currency. */
public enum LedgerAccount {
    /** What the provider holds for the business. */
    PROVIDER_BALANCE,
    /** What payers owe; a capture passes through it, for the provider takes the debt over. */
    RECEIVABLE,
    REVENUE,
    FEES,
    REFUNDS,
    /** Money that the payer's bank took back and the business still argues about. */
    DISPUTES,
    /** Disputes that were lost. */
    LOSSES;

    /** The word on the wire and in rows. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
