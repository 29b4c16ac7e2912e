package io.frontdesk.conversationalpayment.quoting;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.Charging;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.token.ConfirmationTokens;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what nobody has confirmed; payment-service is told for as long as it takes. */
@Configuration(proxyBeanMethods = false)
public class WithdrawQuote {
    private static final String JOB = "withdraw-commitment";

    private final Quotes quotes;
    private final ConfirmationTokens tokens;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final AuditTrail audit;

    WithdrawQuote(
            Quotes quotes,
            ConfirmationTokens tokens,
            Jobs jobs,
            TransactionTemplate transactions,
            AuditTrail audit) {
        this.quotes = quotes;
        this.tokens = tokens;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Withdraws a quote; one that has ended stays as it is, and cannot be tried again.
     *
     * @throws QuoteNotOpen when it is confirmed
     */
    public void withdraw(UUID id) {
        transactions.executeWithoutResult(_ -> {
            var quote = quotes.lock(id);
            if (quote.status() == QuoteStatus.OPEN || quote.status() == QuoteStatus.DRAFT) {
                quotes.mark(id, QuoteStatus.WITHDRAWN, null, null);
                jobs.addNow(new TaskInstance<>(JOB, quote.promise().tenant() + "/" + id));
                audit.add("quote-withdrawn", id, Map.of());
            } else if (quote.status() == QuoteStatus.FAILED) {
                tokens.revoke(id);
                jobs.addNow(new TaskInstance<>(JOB, quote.promise().tenant() + "/" + id));
            } else if (!quote.status().over()) {
                throw new QuoteNotOpen(id, quote.status());
            }
        });
    }

    @Bean
    static Task<Void> withdrawCommitment(Charging charging, Tenancy tenancy) {
        return Tasks.oneTime(JOB)
                .onFailure(
                        new FailureHandler.ExponentialBackoffFailureHandler<>(
                                Duration.ofSeconds(5), 2))
                .onDeadExecutionRevive()
                .execute((job, _) -> {
                    var ids = job.getId().split("/", 2);
                    tenancy.as(
                            UUID.fromString(ids[0]),
                            () -> charging.withdraw(UUID.fromString(ids[1])));
                });
    }
}
