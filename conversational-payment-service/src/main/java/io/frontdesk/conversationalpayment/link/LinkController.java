package io.frontdesk.conversationalpayment.link;

import io.frontdesk.conversationalpayment.receiptdocument.QrPicture;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/payments/links")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class LinkController {
    private final MakeLink makeLink;
    private final PaymentLinks links;
    private final Tenancy tenancy;

    LinkController(MakeLink makeLink, PaymentLinks links, Tenancy tenancy) {
        this.makeLink = makeLink;
        this.links = links;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PaymentLink create(@Valid @RequestBody NewLink link) {
        tenancy.require();
        return makeLink.make(link);
    }

    @GetMapping
    Page<PaymentLink> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(links.list(limit + 1, cursor), limit, PaymentLink::id);
    }

    @GetMapping("/{id}")
    PaymentLink get(@PathVariable UUID id) {
        return links.get(id);
    }

    @PostMapping("/{id}/deactivation")
    PaymentLink deactivate(@PathVariable UUID id) {
        return makeLink.deactivate(id);
    }

    @GetMapping(value = "/{id}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "The link as a QR code of so many pixels")
    byte[] qr(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "300") @Min(100) @Max(2000) int size) {
        var url = links.get(id).url();
        if (url == null) {
            throw new LinkRefused("The link is not open yet.");
        }
        return QrPicture.png(url, size);
    }
}
