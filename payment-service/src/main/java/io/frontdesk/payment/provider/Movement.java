package io.frontdesk.payment.provider;

import org.joda.money.Money;

/** An amount of a payment to capture or to refund, once per key. */
public record Movement(String key, String providerReference, Money amount) {}
