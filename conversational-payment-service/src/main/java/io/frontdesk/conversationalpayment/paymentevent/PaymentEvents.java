package io.frontdesk.conversationalpayment.paymentevent;

import io.frontdesk.conversationalpayment.recorded.PaymentFact;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import org.springframework.stereotype.Component;

/** The ten events of a payment's life; all of them tell its whole state. */
@Component
class PaymentEvents {
    private final TakeIn takeIn;

    PaymentEvents(TakeIn takeIn) {
        this.takeIn = takeIn;
    }

    @OnEvent("io.frontdesk.payment.authorized")
    void authorized(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.captured")
    void captured(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.partially-refunded")
    void partiallyRefunded(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.refunded")
    void refunded(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.cancelled")
    void cancelled(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.failed")
    void failed(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.requires-action")
    void requiresAction(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.unknown")
    void unknown(CloudEvent<PaymentFact> event) {
        takeIn.fact(event.data());
    }

    @OnEvent("io.frontdesk.payment.disputed")
    void disputed(CloudEvent<PaymentFact> event) {
        takeIn.dispute(event.data(), true, event.time());
    }

    @OnEvent("io.frontdesk.payment.dispute-closed")
    void disputeClosed(CloudEvent<PaymentFact> event) {
        takeIn.dispute(event.data(), false, event.time());
    }
}
