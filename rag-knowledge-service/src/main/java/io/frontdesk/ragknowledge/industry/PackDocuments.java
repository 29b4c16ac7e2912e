package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.industry.Installations.Installed;
import io.frontdesk.ragknowledge.industry.Installations.Piece;
import io.frontdesk.ragknowledge.library.KnowledgeBases;
import io.frontdesk.ragknowledge.pack.Pack.Article;
import io.frontdesk.ragknowledge.upload.AddDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents that a pack brings; what the tenant changed or deleted is left as it is. */
@Component
class PackDocuments {

    private final Installations installations;
    private final KnowledgeBases bases;
    private final Documents documents;
    private final AddDocument addDocument;

    PackDocuments(
            Installations installations,
            KnowledgeBases bases,
            Documents documents,
            AddDocument addDocument) {
        this.installations = installations;
        this.bases = bases;
        this.documents = documents;
        this.addDocument = addDocument;
    }

    /** Brings the base to the articles of a pack. */
    void bring(Installed installed, List<Article> articles) {
        if (!bases.exists(installed.baseId())) {
            return;
        }
        var known = installations.pieces(installed.id());
        known.stream()
                .filter(piece -> piece.kind().equals(Piece.DOCUMENT))
                .filter(piece -> articles.stream().noneMatch(a -> a.file().equals(piece.name())))
                .forEach(piece -> {
                    if (isUntouched(installed, piece)) {
                        documents.delete(piece.itemId());
                    }
                    installations.forget(installed.id(), piece);
                });
        for (var article : articles) {
            bring(installed, article, piece(known, article));
        }
    }

    private static @Nullable Piece piece(List<Piece> known, Article article) {
        return known.stream()
                .filter(piece ->
                        piece.kind().equals(Piece.DOCUMENT) && piece.name().equals(article.file()))
                .findFirst()
                .orElse(null);
    }

    private void bring(Installed installed, Article article, @Nullable Piece piece) {
        var hash = hash(article.text());
        if (piece == null) {
            if (documents.withContent(installed.baseId(), hash).isEmpty()) {
                add(installed, article, hash);
            }
        } else if (isUntouched(installed, piece)) {
            boolean same = piece.content().equals(hash) && piece.title().equals(article.title());
            if (!same) {
                documents.delete(piece.itemId());
                add(installed, article, hash);
            } else if (status(piece) == DocumentStatus.FAILED) {
                addDocument.addText(installed.baseId(), article.title(), article.text());
            }
        }
    }

    private void add(Installed installed, Article article, String hash) {
        var id = addDocument.addText(installed.baseId(), article.title(), article.text());
        installations.keep(
                installed.id(),
                new Piece(Piece.DOCUMENT, article.file(), id, article.title(), hash));
    }

    /** Whether the document is there and still as the pack brought it. */
    boolean isUntouched(Installed installed, Piece piece) {
        return documents
                .withContent(installed.baseId(), piece.content())
                .filter(found -> found.id().equals(piece.itemId()))
                .filter(found -> found.title().equals(piece.title()))
                .isPresent();
    }

    /** The document's status; null where the tenant has deleted it. */
    @Nullable DocumentStatus status(Piece piece) {
        return documents.find(piece.itemId()).map(document -> document.status()).orElse(null);
    }

    void delete(Piece piece) {
        documents.delete(piece.itemId());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
