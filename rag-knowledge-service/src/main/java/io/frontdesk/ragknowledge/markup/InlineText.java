package io.frontdesk.ragknowledge.markup;

import io.frontdesk.ragknowledge.content.Prose;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a Markdown block without its markup; images are left out. */
final class InlineText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private InlineText() {}

    static String of(Node block) {
        var visitor = new InlineText();
        block.accept(visitor);
        return Prose.line(visitor.text.toString().replaceAll("\\{[:#][^{}]{0,80}}\\s*$", ""));
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HtmlInline node) {
        if (node.getLiteral().startsWith("<br")) {
            text.append(' ');
        }
    }

    @Override
    public void visit(Image node) {
        // The words of an image stand beside it; its alternative text would be quoted as an answer.
    }

    @Override
    public void visit(Link node) {
        int start = text.length();
        visitChildren(node);
        text.append(Links.address(node.getDestination(), text.substring(start)));
    }
}
