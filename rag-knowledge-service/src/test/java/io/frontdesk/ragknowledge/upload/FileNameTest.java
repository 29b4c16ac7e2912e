package io.frontdesk.ragknowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void dropsFoldersAndWhatHidesANamesEnd() {
        assertThat(FileName.of("../../etc/passwd").value()).isEqualTo("passwd");
        assertThat(FileName.of("C:\\temp\\price list.pdf").value()).isEqualTo("price list.pdf");
        assertThat(FileName.of("a\u202egpj.exe\u0000.pdf").value()).isEqualTo("agpj.exe.pdf");
        assertThat(FileName.of("..").value()).isEqualTo("document");
        assertThat(FileName.of(null).value()).isEqualTo("document");
    }

    @Test
    void shortensALongNameBeforeItsEnding() {
        assertThat(FileName.of("n".repeat(400) + ".docx").value()).hasSize(200).endsWith("n.docx");
    }

    @Test
    void makesATitleOfTheName() {
        assertThat(FileName.of("price_list-2026.final.pdf").title())
                .isEqualTo("price list 2026.final");
    }
}
