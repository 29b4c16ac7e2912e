package io.frontdesk.payment.customer;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.desk.CustomerDesk;
import io.frontdesk.payment.desk.CustomerDesk.SavedMethod;
import io.frontdesk.payment.request.CallerKey;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.payment.terms.StoredTerms;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Payers who come again. */
@RestController
@RequestMapping("/api/payments/customers")
class CustomerController {
    private final Customers customers;
    private final Accounts accounts;
    private final Providers providers;
    private final StoredTerms terms;
    private final Tenancy tenancy;
    private final IdGenerator ids;

    CustomerController(
            Customers customers,
            Accounts accounts,
            Providers providers,
            StoredTerms terms,
            Tenancy tenancy,
            IdGenerator ids) {
        this.customers = customers;
        this.accounts = accounts;
        this.providers = providers;
        this.terms = terms;
        this.tenancy = tenancy;
        this.ids = ids;
    }

    record CustomerRequest(
            @Nullable @Size(max = 40) String provider,
            @Nullable @Size(max = 200) String name,
            @Nullable @Email @Size(max = 320) String email) {}

    record MethodRequest(@NotBlank @Size(max = 200) String paymentMethod) {}

    record Methods(List<SavedMethod> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Makes a customer at the provider")
    Customer create(
            @Valid @RequestBody CustomerRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        tenancy.require();
        var wanted = wanted(request, CallerKey.of(caller, key));
        if (!wanted.known()) {
            var account = accounts.byId(wanted.accountId());
            var reference =
                    providers
                            .desk(account, CustomerDesk.class)
                            .create(
                                    account.account(),
                                    wanted.id().toString(),
                                    request.name(),
                                    request.email());
            customers.made(wanted.id(), reference);
        }
        return customers.get(wanted.id());
    }

    /** Written down before the provider is asked: a repeated call goes on with the same. */
    private Customers.Wanted wanted(CustomerRequest request, String key) {
        var hash = RequestHash.of(String.valueOf(request));
        var before = customers.withKey(key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        var provider =
                request.provider() == null ? terms.get().defaultProvider() : request.provider();
        var account = accounts.active(provider);
        providers.desk(account, CustomerDesk.class);
        var wanted = new Customers.Wanted(ids.generateId(), account.id(), false);
        customers.insert(wanted, request.name(), request.email(), key, hash);
        return customers.withKey(key, hash).orElseThrow();
    }

    @GetMapping
    @Operation(summary = "Customers, newest first")
    Page<Customer> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(customers.list(cursor, limit + 1), limit, Customer::id);
    }

    @GetMapping("/{id}")
    Customer read(@PathVariable UUID id) {
        return customers.get(id);
    }

    @GetMapping("/{id}/methods")
    @Operation(summary = "Means of payment that the provider keeps for a customer")
    Methods methods(@PathVariable UUID id) {
        var customer = customers.atProvider(id);
        var account = accounts.byId(customer.accountId());
        return new Methods(
                providers
                        .desk(account, CustomerDesk.class)
                        .methods(account.account(), customer.reference()));
    }

    @PostMapping("/{id}/methods")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Keeps a means of payment for a customer")
    SavedMethod attach(@PathVariable UUID id, @Valid @RequestBody MethodRequest request) {
        var customer = customers.atProvider(id);
        var account = accounts.byId(customer.accountId());
        return providers
                .desk(account, CustomerDesk.class)
                .attach(
                        account.account(),
                        id + "/" + request.paymentMethod(),
                        customer.reference(),
                        request.paymentMethod());
    }
}
