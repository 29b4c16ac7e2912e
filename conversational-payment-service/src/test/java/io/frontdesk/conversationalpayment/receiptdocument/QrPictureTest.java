package io.frontdesk.conversationalpayment.receiptdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example/api/payments/pay/8f14e45fceea167a5a36dedd4bea2543",
                "Zahlung für Łukasz, 45,50 €",
                "x"
            })
    void isReadBackAsItsText(String text) throws Exception {
        var image = image(QrPicture.png(text, 320));

        var hints = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        var read = new QRCodeReader().decode(bitmap, hints);
        assertThat(read.getText()).isEqualTo(text);
        assertThat(read.getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void keepsAQuietZoneAndItsSize() throws IOException {
        var image = image(QrPicture.png("x", 290));

        assertThat(image.getWidth()).isEqualTo(290).isEqualTo(image.getHeight());
        for (var at = 0; at < 290; at++) {
            assertThat(image.getRGB(at, 39)).isEqualTo(0xFFFFFFFF);
            assertThat(image.getRGB(39, at)).isEqualTo(0xFFFFFFFF);
        }
        assertThat(image.getRGB(40, 40)).isEqualTo(0xFF000000);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png("", 200));
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png("x", 20));
        assertThatIllegalArgumentException().isThrownBy(() -> QrPicture.png("x", 100_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrPicture.png("é".repeat(2_000), 500));
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
