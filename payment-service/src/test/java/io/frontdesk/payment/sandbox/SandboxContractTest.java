package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.PaymentProvider;
import io.frontdesk.payment.provider.PaymentProviderContract;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The sandbox does what every provider must. */
@SpringBootTest(properties = "frontdesk.jobs.polling=1h")
@PostgresTest
@TrustTestTokens
class SandboxContractTest extends PaymentProviderContract {
    private static final String SECRET = "whsec_sandbox_test";

    @Autowired private SandboxProvider provider;
    @Autowired private SandboxWork work;
    @Autowired private SandboxBook book;
    @Autowired private Tenancy tenancy;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private final UUID tenant = UUID.randomUUID();

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected Account account() {
        return new Account(
                tenant, "sandbox", false, "sk_sandbox_test", null, List.of(SECRET), null);
    }

    @Override
    protected String goodMethod() {
        return "pm_card_visa";
    }

    @Override
    protected String declinedMethod() {
        return "pm_card_chargeDeclined";
    }

    @Override
    protected String askingMethod() {
        return "pm_card_authenticationRequired";
    }

    @Override
    protected void authenticate(String providerReference, boolean succeeds) {
        tenancy.as(
                tenant,
                () -> {
                    var charge = book.lock(providerReference).orElseThrow();
                    work.authenticate(charge, succeeds);
                });
    }

    @Override
    protected List<Webhook> webhooks() {
        var bodies =
                tenancy.as(
                        tenant,
                        () ->
                                transaction.<List<String>>execute(status ->
                                        new ArrayList<>(
                                                jdbc.sql(
                                                                "delete from sandbox_webhook"
                                                                        + " returning body")
                                                        .query((row, number) -> row.getString(1))
                                                        .list())));
        return Objects.requireNonNull(bodies).stream()
                .map(body ->
                        new Webhook(
                                body.getBytes(StandardCharsets.UTF_8),
                                SandboxNotices.sign(body, SECRET, now()),
                                now()))
                .toList();
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }
}
