package io.frontdesk.payment.ledger;

import org.joda.money.Money;

/**
 * What an account comes to.
 *
 * @param live whether it is real money
 * @param amount debit positive, credit negative
 */
public record Balance(String account, String provider, boolean live, Money amount) {}
