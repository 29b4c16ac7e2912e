package io.frontdesk.conversationalpayment.overview;

import io.frontdesk.conversationalpayment.approval.Approvals;
import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.recorded.PaymentFilter;
import io.frontdesk.conversationalpayment.recorded.PaymentNotFound;
import io.frontdesk.conversationalpayment.recorded.RecordedPayment;
import io.frontdesk.conversationalpayment.recorded.RecordedPayments;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/payments")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class OverviewController {
    private final Sums sums;
    private final Approvals approvals;
    private final RecordedPayments payments;
    private final AuditTrail audit;
    private final Tenancy tenancy;
    private final Clock clock;

    OverviewController(
            Sums sums,
            Approvals approvals,
            RecordedPayments payments,
            AuditTrail audit,
            Tenancy tenancy,
            Clock clock) {
        this.sums = sums;
        this.approvals = approvals;
        this.payments = payments;
        this.audit = audit;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping("/overview")
    @Operation(summary = "Sums by day, currency and status; the last 30 days when none are given")
    Overview overview(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var period = period(from, to);
        return new Overview(
                period.from(),
                period.to(),
                sums.totals(period),
                approvals.open(),
                sums.openDisputes());
    }

    @GetMapping("/payments")
    @Operation(summary = "Payments by what is known of them and their visitors; newest first")
    Page<RecordedPayment> payments(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String visitor,
            @RequestParam(required = false) @Nullable String conversationId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var period = period(from, to);
        var filter =
                new PaymentFilter(
                        status, reference, visitor, conversationId, period.from(), period.to());
        return Page.of(payments.list(filter, limit + 1, cursor), limit, RecordedPayment::id);
    }

    @GetMapping("/payments/{id}")
    RecordedPayment payment(@PathVariable UUID id) {
        return payments.find(id).orElseThrow(() -> new PaymentNotFound(id));
    }

    @GetMapping(value = "/exports/payments.csv", produces = "text/csv")
    @Operation(summary = "Payments as CSV, oldest first; the last 30 days when none are given")
    void export(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        tenancy.require();
        var period = period(from, to);
        audit.add(
                "payments-exported", "payments", Map.of("from", period.from(), "to", period.to()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payments.csv\"");
        var csv = new PaymentCsv(response.getWriter());
        payments.each(
                new PaymentFilter(null, null, null, null, period.from(), period.to()), csv::write);
        csv.finish();
    }

    private Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Period.of(from, to, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
