package io.frontdesk.conversationalpayment.receiptdocument;

import java.awt.Color;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Marks every page with its number, and a test as such. */
final class PageMarks extends PdfPageEventHelper {
    private static final float FOOT = 40;

    private final ReceiptContent content;
    private final Lettering small;

    PageMarks(ReceiptContent content, Lettering lettering) {
        this.content = content;
        this.small = lettering.sized(8, Font.NORMAL);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var page = "Receipt " + content.number() + ", page " + writer.getPageNumber();
        var text = content.test() ? page + ", " + ReceiptPdf.TEST : page;
        ColumnText.showTextAligned(
                canvas, Element.ALIGN_LEFT, small.phrase(text), document.left(), FOOT, 0);
        if (content.test()) {
            var under = writer.getDirectContentUnder();
            under.saveState();
            under.beginText();
            under.setColorFill(new Color(230, 230, 230));
            under.setFontAndSize(small.font(), 120);
            var middle = document.getPageSize();
            under.showTextAligned(
                    Element.ALIGN_CENTER,
                    "TEST",
                    middle.getWidth() / 2,
                    middle.getHeight() / 2,
                    45);
            under.endText();
            under.restoreState();
        }
    }
}
