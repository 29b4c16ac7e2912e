package io.frontdesk.conversationalpayment.overview;

import io.frontdesk.conversationalpayment.recorded.RecordedPayment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes payments as CSV (RFC 4180) that no spreadsheet takes for formulas. */
final class PaymentCsv {
    private static final String ACTIVE = "=+-@\t\r\n|%";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "id",
                            "createdAt",
                            "status",
                            "amount",
                            "captured",
                            "refunded",
                            "currency",
                            "provider",
                            "reference",
                            "quoteId",
                            "conversationId",
                            "visitorName",
                            "visitorEmail",
                            "failure",
                            "disputed")
                    .get();

    private final CSVPrinter printer;

    PaymentCsv(Writer writer) throws IOException {
        this.printer = new CSVPrinter(writer, FORMAT);
    }

    void write(RecordedPayment payment) {
        try {
            printer.printRecord(
                    payment.id(),
                    payment.createdAt().toInstant(),
                    payment.status(),
                    payment.amount().getAmount().toPlainString(),
                    payment.captured().getAmount().toPlainString(),
                    payment.refunded().getAmount().toPlainString(),
                    payment.amount().getCurrencyUnit().getCode(),
                    harmless(payment.provider()),
                    harmless(payment.reference()),
                    payment.quoteId(),
                    harmless(payment.conversationId()),
                    harmless(payment.visitorName()),
                    harmless(payment.visitorEmail()),
                    harmless(payment.failureCode()),
                    payment.disputed());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void finish() throws IOException {
        printer.flush();
    }

    /** OWASP, CSV injection: a leading apostrophe makes a spreadsheet read text. */
    static @Nullable String harmless(@Nullable String text) {
        return text != null
                        && !text.isEmpty()
                        && ACTIVE.indexOf(
                                        text.strip().isEmpty()
                                                ? text.charAt(0)
                                                : text.strip().charAt(0))
                                >= 0
                ? "'" + text
                : text;
    }
}
