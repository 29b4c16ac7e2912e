package io.frontdesk.payment.sandbox;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fault.FaultStore;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.wallet.SandboxMethod;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The line to the sandbox: slow, cut or dead, as the tenant's faults say. */
@Component
class SandboxLine {
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final FaultStore faults;
    private final Tenancy tenancy;

    SandboxLine(FaultStore faults, Tenancy tenancy) {
        this.faults = faults;
        this.tenancy = tenancy;
    }

    /** A call that changes something. */
    List<Fact> call(Account account, Supplier<List<Fact>> work) {
        return tenancy.as(
                account.tenant(),
                () -> {
                    var wanted = faults.get();
                    rest(Duration.ofMillis(wanted.latency()));
                    if (wanted.busy()) {
                        throw new ProviderBusy("The sandbox is busy.");
                    }
                    if (wanted.unreachable()) {
                        throw new ProviderSilent("The sandbox could not be reached.");
                    }
                    var told = work.get();
                    if (wanted.silent()) {
                        throw new ProviderSilent("The sandbox's answer did not arrive.");
                    }
                    return told;
                });
    }

    /** A question. */
    <T> T ask(Account account, Supplier<T> work) {
        return tenancy.as(
                account.tenant(),
                () -> {
                    var wanted = faults.get();
                    rest(Duration.ofMillis(wanted.latency()));
                    if (wanted.unreachable()) {
                        throw new ProviderSilent("The sandbox could not be reached.");
                    }
                    return work.get();
                });
    }

    List<Fact> after(SandboxMethod method, List<Fact> told) {
        if (method == SandboxMethod.TIMEOUT) {
            throw new ProviderSilent("The sandbox's answer did not arrive.");
        }
        if (method == SandboxMethod.SLOW) {
            rest(SLOW);
        }
        return told;
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderSilent("The call was interrupted.", e);
        }
    }
}
