package io.frontdesk.e2e.knowledge;

import io.frontdesk.test.need.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real documents that nobody here wrote; they lie beside the checkout. */
final class Samples {
    private static final Path FOLDER = Path.of("..", "..", "shared", "samples");

    private Samples() {}

    /**
     * One document, what a reader would ask it, and what the passage that answers must hold.
     *
     * @param answerable false where the text holds no sentence that could answer anything
     */
    record Sample(String file, String question, String passage, boolean answerable) {
        String name() {
            return file.substring(file.indexOf('/') + 1);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Sample> all() {
        return List.of(
                asks(
                        "benefits.md",
                        "What is the phone number of the payroll help desk?",
                        "844-303-6515"),
                asks(
                        "conferences-events-training.md",
                        "What does TTS encourage all staff to attend?",
                        "encourages all staff to attend conferences"),
                asks(
                        "equipment.md",
                        "What does GSA issue to every TTS employee?",
                        "badge, laptop, and phone"),
                asks("glossary.md", "What is FedRAMP?", "Authorization Management Program"),
                asks(
                        "leave.md",
                        "How much parental bereavement leave can I receive for my child?",
                        "two weeks"),
                asks(
                        "leaving-tts.md",
                        "How long before my last day of work do I begin the offboarding process?",
                        "at least two weeks before"),
                asks("performance-management.md", "When are IPAs paid out?", "December"),
                asks(
                        "reasonable-accommodations.md",
                        "What is a reasonable accommodation?",
                        "modification or adjustment"),
                asks(
                        "research-guidelines.md",
                        "What does TTS consider a starting point for compensation?",
                        "$75/hour"),
                asks(
                        "security.md",
                        "Which law governs the security of federal information systems?",
                        "FISMA"),
                asks("tock.md", "How many billable hours are the minimum?", "32"),
                asks(
                        "travel-guide-faq.md",
                        "What did rental car companies participating in the program establish?",
                        "ceiling rates"),
                new Sample(
                        "office/crazyones-pdfa.pdf",
                        "What do the round pegs in the square holes do?",
                        "square holes",
                        true),
                new Sample(
                        "office/google-doc-document.pdf",
                        "What is explicit better than?",
                        "Explicit is better than implicit",
                        true),
                new Sample(
                        "office/spring-ai-reference-overview.pdf",
                        "What does the Spring AI project aim to streamline?",
                        "aims to streamline the development",
                        true),
                new Sample(
                        "office/word-sample.docx",
                        "What does this document demonstrate about the calibre DOCX Input plugin?",
                        "ability of the calibre DOCX Input plugin",
                        true),
                new Sample("office/habibi.pdf", "حَبيبي", "حَبيبي", false),
                new Sample(
                        "office/multicolumn.pdf",
                        "Two-Column Document with Lorem Ipsum",
                        "Lorem ipsum",
                        false),
                new Sample("office/sample.pptx", "DWSampleFiles Sample FILE", "DWSample", false));
    }

    /** The files of a folder, or none with a message where the samples are absent. */
    static List<Path> files(String folder) {
        var directory = FOLDER.resolve(folder);
        Need.of(Files.isDirectory(directory), directory + " is absent: nothing to upload");
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample asks(String name, String question, String passage) {
        return new Sample("handbook/" + name, question, passage, true);
    }
}
