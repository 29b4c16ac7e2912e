package io.frontdesk.ragknowledge.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.agreement.Disagreements.Statement;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileStatementsTest {

    @Property(tries = 300)
    void readsAnythingAndFindsTheSameBothWays(
            @ForAll("texts") String one, @ForAll("texts") String other) {
        var first = new Statement(one, "");
        var second = new Statement(other, "");
        assertThat(Disagreements.between("What does it cost?", first, second))
                .isEqualTo(Disagreements.between("What does it cost?", second, first));
    }

    @Property(tries = 200)
    void neverSetsAStatementAgainstItself(@ForAll("texts") String text) {
        var statement = new Statement(text, "Prices");
        assertThat(Disagreements.between("Is it free?", statement, statement)).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "1",
                        "00",
                        ".",
                        ",",
                        "'",
                        " ",
                        "€",
                        "EUR",
                        "%",
                        ":",
                        "h",
                        "am",
                        "p.m.",
                        "+49",
                        "0",
                        "-",
                        "/",
                        "two",
                        "hours",
                        "minute",
                        "June",
                        "Mon",
                        "no",
                        "not",
                        "free of charge",
                        "cleaning",
                        "99999999999999999999",
                        "uhr",
                        "٣",
                        "ß")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
