package io.frontdesk.payment.setup;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.provider.Account;
import io.frontdesk.payment.provider.AccountCheck;
import io.frontdesk.payment.refusal.ProviderBusy;
import io.frontdesk.payment.refusal.ProviderSilent;
import io.frontdesk.payment.terms.AmountLimit;
import io.frontdesk.payment.terms.CaptureMode;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.payment.terms.Terms;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks every provider whether the keys work, outside of any transaction, and only then saves. */
@Component
class SaveConfiguration {
    private final Accounts accounts;
    private final Providers providers;
    private final StoredTerms terms;
    private final ConfigurationAudit audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    SaveConfiguration(
            Accounts accounts,
            Providers providers,
            StoredTerms terms,
            ConfigurationAudit audit,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.providers = providers;
        this.terms = terms;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    Configuration save(ConfigurationRequest request, String who) {
        var before = terms.get();
        if (before.version() != request.version()) {
            throw new ConfigurationChanged(before.version());
        }
        var stored = accounts.all();
        var checked = check(request, stored);
        var next = next(request);
        transaction.executeWithoutResult(status -> {
            if (!terms.replace(next, who)) {
                throw new ConfigurationChanged(terms.get().version());
            }
            checked.forEach((account, check) -> accounts.save(account, check.accountReference()));
            retired(request, stored).forEach(each -> accounts.retire(each.account().provider()));
            audit.write(next.version(), who, changes(before, next, request, stored));
        });
        return Configuration.of(next, accounts.all());
    }

    private static List<TenantAccount> retired(
            ConfigurationRequest request, List<TenantAccount> stored) {
        var kept = request.providers().stream().map(ConfigurationRequest.Entry::provider).toList();
        return stored.stream()
                .filter(TenantAccount::active)
                .filter(each -> !kept.contains(each.account().provider()))
                .filter(each -> !each.account().provider().equals(request.defaultProvider()))
                .toList();
    }

    private Map<Account, AccountCheck> check(
            ConfigurationRequest request, List<TenantAccount> stored) {
        Map<Account, AccountCheck> checked = new LinkedHashMap<>();
        var names = new HashSet<String>();
        for (var entry : request.providers()) {
            if (!names.add(entry.provider())) {
                throw new ConfigurationInvalid(entry.provider() + " is named twice.");
            }
            var account = account(entry, stored);
            checked.put(account, check(account));
        }
        var sandbox = request.defaultProvider().equals(Accounts.SANDBOX);
        if (!names.contains(request.defaultProvider()) && !sandbox) {
            throw new ConfigurationInvalid(
                    "The default provider must be one of the providers named.");
        }
        return checked;
    }

    private AccountCheck check(Account account) {
        try {
            var check = providers.named(account.provider()).check(account);
            if (check.live() != account.live()) {
                throw new ConfigurationInvalid(
                        "The keys of %s are for %s mode; the mode says %s."
                                .formatted(
                                        account.provider(),
                                        check.live() ? "live" : "test",
                                        account.live() ? "live" : "test"));
            }
            return check;
        } catch (ProviderSilent silent) {
            throw new ProviderBusy(
                    account.provider() + " could not be reached; nothing was saved.", silent);
        }
    }

    private Account account(ConfigurationRequest.Entry entry, List<TenantAccount> stored) {
        var old =
                stored.stream()
                        .map(TenantAccount::account)
                        .filter(each ->
                                each.provider().equals(entry.provider())
                                        && each.live() == entry.live())
                        .findFirst()
                        .orElseGet(() ->
                                entry.provider().equals(Accounts.SANDBOX) && !entry.live()
                                        ? accounts.active(Accounts.SANDBOX).account()
                                        : null);
        var secret = entry.secretKey() == null && old != null ? old.secretKey() : entry.secretKey();
        if (secret == null) {
            throw new ConfigurationInvalid(
                    entry.provider() + " needs a secretKey in " + entry.mode() + " mode.");
        }
        var kept = old == null ? List.<String>of() : old.webhookSecrets();
        return new Account(
                tenancy.require(),
                entry.provider(),
                entry.live(),
                secret,
                entry.publishableKey() == null && old != null
                        ? old.publishableKey()
                        : entry.publishableKey(),
                Objects.requireNonNullElse(entry.webhookSecrets(), kept),
                entry.statementDescriptor());
    }

    private static Terms next(ConfigurationRequest request) {
        Set<String> currencies = Objects.requireNonNullElse(request.currencies(), Set.of());
        currencies.forEach(SaveConfiguration::known);
        List<AmountLimit> limits = Objects.requireNonNullElse(request.limits(), List.of());
        var limited = limits.stream().map(each -> each.minimum().getCurrencyUnit()).toList();
        if (new HashSet<>(limited).size() < limited.size()) {
            throw new ConfigurationInvalid("There may be one limit per currency.");
        }
        return new Terms(
                request.version() + 1,
                request.defaultProvider(),
                Objects.requireNonNullElse(request.capture(), CaptureMode.AUTOMATIC),
                Set.copyOf(currencies),
                List.copyOf(limits));
    }

    private static void known(String currency) {
        try {
            if (!CurrencyUnit.of(currency).isPseudoCurrency()) {
                return;
            }
        } catch (IllegalCurrencyException unknown) {
            // Refused below like one that is no currency of a country.
        }
        throw new ConfigurationInvalid(currency + " is not an ISO 4217 currency.");
    }

    private static List<String> changes(
            Terms before, Terms next, ConfigurationRequest request, List<TenantAccount> stored) {
        var changes = new ArrayList<String>();
        told(changes, "default provider", before.defaultProvider(), next.defaultProvider());
        told(changes, "capture", before.capture(), next.capture());
        told(changes, "currencies", before.currencies(), next.currencies());
        told(changes, "limits", before.limits(), next.limits());
        for (var entry : request.providers()) {
            var name = entry.provider() + " (" + entry.mode() + ")";
            if (entry.secretKey() != null) {
                changes.add(
                        name
                                + ": secret key set, ends "
                                + Configuration.Secret.of(entry.secretKey()).last4());
            }
            if (entry.webhookSecrets() != null) {
                changes.add(name + ": " + entry.webhookSecrets().size() + " webhook secrets set");
            }
        }
        retired(request, stored)
                .forEach(each -> changes.add(each.account().provider() + ": no longer used"));
        return changes;
    }

    private static void told(
            List<String> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(what + ": " + before + " → " + after);
        }
    }
}
