package io.frontdesk.ragknowledge.pack;

import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import io.frontdesk.ragknowledge.refusal.RefusalRule;
import java.util.List;

/** A version of an industry pack, read and checked. */
public record Pack(
        PackSheet sheet,
        List<Article> articles,
        List<RefusalRule> refusals,
        List<AskedQuestion> questions) {

    public String name() {
        return sheet.name();
    }

    public Version version() {
        return sheet.version();
    }

    /**
     * A text of the starter knowledge.
     *
     * @param file its name within the pack, by which versions of it are told to be the same
     * @param text in Markdown, beginning with the title as a heading
     */
    public record Article(String file, String title, String text) {}
}
