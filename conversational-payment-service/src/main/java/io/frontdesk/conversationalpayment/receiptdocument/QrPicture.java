package io.frontdesk.conversationalpayment.receiptdocument;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Draws QR codes (ISO/IEC 18004) with error correction M and the quiet zone of four modules. */
public final class QrPicture {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 2_048;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    4,
                    EncodeHintType.CHARACTER_SET,
                    "UTF-8");

    private QrPicture() {}

    /**
     * A square PNG.
     *
     * @param text up to 2,331 bytes of UTF-8
     * @param pixels of a side, 64 to 2,048; more when the code has more modules
     * @throws IllegalArgumentException when a limit is exceeded
     */
    public static byte[] png(String text, int pixels) {
        if (text.isEmpty() || pixels < SMALLEST || pixels > LARGEST) {
            throw new IllegalArgumentException(
                    "A QR picture needs a text and " + SMALLEST + " to " + LARGEST + " pixels");
        }
        try {
            var matrix =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, pixels, pixels, HINTS);
            var bytes = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(matrix, "PNG", bytes);
            return bytes.toByteArray();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("The text is too long for a QR code", tooLong);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
