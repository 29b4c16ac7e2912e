package io.frontdesk.payment.stripe;

import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentLinkCreateParams;
import com.stripe.param.PaymentLinkUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.frontdesk.payment.desk.LinkDesk.HostedPage;
import io.frontdesk.payment.desk.LinkDesk.LinkOrder;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.stripefacts.Declines;
import io.frontdesk.payment.stripefacts.Marks;
import io.frontdesk.payment.stripefacts.StripeMoney;
import io.frontdesk.payment.stripewire.StripeCalls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages of Stripe's to pay on. A page that ends within a day is a checkout session, which Stripe
 * itself closes in time (it wants half an hour at least, and an address to return to); any other is
 * a payment link for one payment, open until it is closed here.
 */
@Component
final class StripePages {
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final StripeCalls calls;
    private final Clock clock;

    StripePages(StripeCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    static boolean isSession(@Nullable String reference) {
        return reference != null && reference.startsWith("cs_");
    }

    static boolean isLink(@Nullable String reference) {
        return reference != null && reference.startsWith("plink_");
    }

    static Fact abandoned(Session page, Instant told) {
        return new Fact.Failed(page.getId(), told, Declines.ABANDONED);
    }

    HostedPage open(Account account, LinkOrder order) {
        var end = order.expiresAt();
        return end != null
                        && order.returnUrl() != null
                        && !end.isAfter(clock.instant().plus(LONGEST_SESSION))
                ? session(account, order, end)
                : link(account, order);
    }

    void close(Account account, String reference, String key) {
        if (isSession(reference)) {
            calls.ask(
                    account,
                    key,
                    (stripe, options) -> stripe.checkout().sessions().expire(reference, options));
        } else {
            var closed = PaymentLinkUpdateParams.builder().setActive(false).build();
            calls.ask(
                    account,
                    key,
                    (stripe, options) -> stripe.paymentLinks().update(reference, closed, options));
        }
    }

    private HostedPage session(Account account, LinkOrder order, Instant end) {
        var marks = marks(order, Marks.Page.SESSION);
        var intent =
                SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(
                                order.manualCapture()
                                        ? SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL
                                        : SessionCreateParams.PaymentIntentData.CaptureMethod
                                                .AUTOMATIC)
                        .setDescription(order.description())
                        .putAllMetadata(marks)
                        .build();
        var price =
                SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency(currency(order))
                        .setUnitAmount(StripeMoney.units(order.amount()))
                        .setProductData(
                                SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName(order.description())
                                        .build())
                        .build();
        var params =
                SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl(order.returnUrl())
                        .setExpiresAt(end.getEpochSecond())
                        .setPaymentIntentData(intent)
                        .putAllMetadata(marks)
                        .addLineItem(
                                SessionCreateParams.LineItem.builder()
                                        .setQuantity(1L)
                                        .setPriceData(price)
                                        .build())
                        .build();
        var made =
                calls.ask(
                        account,
                        order.key(),
                        (stripe, options) -> stripe.checkout().sessions().create(params, options));
        return new HostedPage(
                made.getId(),
                URI.create(made.getUrl()),
                Instant.ofEpochSecond(made.getExpiresAt()));
    }

    private HostedPage link(Account account, LinkOrder order) {
        var marks = marks(order, Marks.Page.LINK);
        var intent =
                PaymentLinkCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(
                                order.manualCapture()
                                        ? PaymentLinkCreateParams.PaymentIntentData.CaptureMethod
                                                .MANUAL
                                        : PaymentLinkCreateParams.PaymentIntentData.CaptureMethod
                                                .AUTOMATIC)
                        .setDescription(order.description())
                        .putAllMetadata(marks)
                        .build();
        var params =
                PaymentLinkCreateParams.builder()
                        .setPaymentIntentData(intent)
                        .putAllMetadata(marks)
                        .setRestrictions(once())
                        .addLineItem(item(order));
        if (order.returnUrl() != null) {
            params.setAfterCompletion(returnTo(order.returnUrl()));
        }
        var made =
                calls.ask(
                        account,
                        order.key(),
                        (stripe, options) -> stripe.paymentLinks().create(params.build(), options));
        return new HostedPage(made.getId(), URI.create(made.getUrl()), null);
    }

    private static PaymentLinkCreateParams.LineItem item(LinkOrder order) {
        var product =
                PaymentLinkCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName(order.description())
                        .build();
        var price =
                PaymentLinkCreateParams.LineItem.PriceData.builder()
                        .setCurrency(currency(order))
                        .setUnitAmount(StripeMoney.units(order.amount()))
                        .setProductData(product)
                        .build();
        return PaymentLinkCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(price)
                .build();
    }

    private static PaymentLinkCreateParams.Restrictions once() {
        return PaymentLinkCreateParams.Restrictions.builder()
                .setCompletedSessions(
                        PaymentLinkCreateParams.Restrictions.CompletedSessions.builder()
                                .setLimit(1L)
                                .build())
                .build();
    }

    private static PaymentLinkCreateParams.AfterCompletion returnTo(String url) {
        return PaymentLinkCreateParams.AfterCompletion.builder()
                .setType(PaymentLinkCreateParams.AfterCompletion.Type.REDIRECT)
                .setRedirect(
                        PaymentLinkCreateParams.AfterCompletion.Redirect.builder()
                                .setUrl(url)
                                .build())
                .build();
    }

    private static Map<String, String> marks(LinkOrder order, Marks.Page page) {
        return Marks.of(order.paymentId(), order.manualCapture(), page, Map.of());
    }

    private static String currency(LinkOrder order) {
        return order.amount().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
    }
}
