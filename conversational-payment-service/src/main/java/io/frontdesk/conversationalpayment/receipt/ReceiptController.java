package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.conversationalpayment.receiptdocument.ReceiptPdf;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversational-payments/receipts")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class ReceiptController {
    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    @Operation(summary = "Receipts and credit notes, newest first")
    Page<Receipt> list(
            @RequestParam(required = false) @Nullable UUID paymentId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(receipts.list(paymentId, limit + 1, cursor), limit, Receipt::id);
    }

    @GetMapping("/{id:[^.]+}")
    Receipt get(@PathVariable UUID id) {
        return receipts.get(id);
    }

    @GetMapping(value = "/{id:[^.]+}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The receipt to print or send")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        var receipt = receipts.get(id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(receipt.number() + ".pdf")
                                .build()
                                .toString())
                .body(ReceiptPdf.render(receipt.content()));
    }
}
