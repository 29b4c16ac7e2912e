package io.frontdesk.payment.desk;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.Capability;
import java.util.List;

/** A provider with {@link Capability#DISPUTES} that lets the business answer them. */
public interface DisputeDesk {
    List<Fact> submitEvidence(Account account, String disputeReference, String text, String key);

    List<Fact> accept(Account account, String disputeReference, String key);
}
