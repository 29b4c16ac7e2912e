package io.frontdesk.conversationalpayment.receiptdocument;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.joda.money.Money;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Renders a receipt on A4. The same content gives the same bytes. */
public final class ReceiptPdf {
    static final String TEST = "TEST – no money moved";

    private static final float MARGIN = 56;
    private static final float[] WIDTHS = {52, 10, 19, 19};

    private final ReceiptContent content;
    private final Lettering plain = new Lettering(10, Font.NORMAL);
    private final Lettering bold = plain.sized(10, Font.BOLD);

    private ReceiptPdf(ReceiptContent content) {
        this.content = content;
    }

    /** Amounts are plain decimals with the currency's own places and its code: "1234.50 EUR". */
    public static byte[] render(ReceiptContent content) {
        return new ReceiptPdf(content).render();
    }

    private byte[] render() {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 20);
        var writer = PdfWriter.getInstance(document, bytes);
        var issued = content.issuedOn().atStartOfDay(ZoneOffset.UTC);
        var date = new PdfDate(GregorianCalendar.from(issued));
        document.addTitle("Receipt " + content.number());
        document.addAuthor(content.businessName());
        document.addCreationDate(date);
        document.addModificationDate(date);
        writer.setPageEvent(new PageMarks(content, plain));
        document.open();
        head(document);
        document.add(table());
        document.close();
        return Reproducible.of(bytes.toByteArray(), content.toString());
    }

    private void head(Document document) {
        document.add(paragraph(plain.sized(18, Font.BOLD), content.businessName(), 0));
        var address = content.businessAddress();
        if (address != null && !address.isBlank()) {
            document.add(paragraph(plain, address, 2));
        }
        document.add(paragraph(plain.sized(14, Font.BOLD), "Receipt " + content.number(), 24));
        if (content.test()) {
            document.add(paragraph(bold, TEST, 4));
        }
        document.add(paragraph(plain, "Date: " + content.issuedOn(), 8));
        document.add(paragraph(plain, "Received from: " + content.buyer(), 2));
        document.add(paragraph(plain, "Payment: " + content.paymentReference(), 2));
    }

    private static Paragraph paragraph(Lettering lettering, String text, float before) {
        var paragraph = new Paragraph(lettering.phrase(text));
        paragraph.setSpacingBefore(before);
        return paragraph;
    }

    private PdfPTable table() {
        var table = new PdfPTable(WIDTHS);
        table.setWidthPercentage(100);
        table.setSpacingBefore(20);
        table.setHeaderRows(1);
        row(table, bold, Rectangle.BOTTOM, "Item", "Quantity", "Price", "Amount");
        for (var line : content.lines()) {
            row(
                    table,
                    plain,
                    Rectangle.NO_BORDER,
                    line.name(),
                    String.valueOf(line.quantity()),
                    shown(line.unitPrice()),
                    shown(line.total()));
        }
        row(table, bold, Rectangle.TOP, "Total", "", "", shown(content.total()));
        return table;
    }

    private static void row(PdfPTable table, Lettering lettering, int border, String... texts) {
        for (var column = 0; column < texts.length; column++) {
            var cell = new PdfPCell(lettering.phrase(texts[column]));
            cell.setBorder(border);
            cell.setPaddingTop(4);
            cell.setPaddingBottom(5);
            cell.setHorizontalAlignment(column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            if (texts[column].codePoints().anyMatch(ReceiptPdf::rightToLeft)) {
                cell.setRunDirection(PdfWriter.RUN_DIRECTION_DEFAULT);
            }
            table.addCell(cell);
        }
    }

    private static boolean rightToLeft(int character) {
        return Character.getDirectionality(character) == Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    }

    private static String shown(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
