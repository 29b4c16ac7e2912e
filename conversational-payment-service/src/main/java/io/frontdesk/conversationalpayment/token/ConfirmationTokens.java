package io.frontdesk.conversationalpayment.token;

import io.frontdesk.conversationalpayment.quote.Promise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens of 256 random bits, bound to the hash of a quote, its visitor and its deadline, good for
 * one use. Only their SHA-256 is stored.
 */
@Repository
@Transactional
public class ConfirmationTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    ConfirmationTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A fresh token for this quote; it cannot be told a second time. */
    public String issue(Promise promise, String quoteHash) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                        insert into confirmation_token
                            (token_hash, quote_id, quote_hash, visitor, expires_at)
                        values (:hash, :quote, :quoteHash, :visitor, :expiresAt)
                        """)
                .param("hash", hash(token))
                .param("quote", promise.id())
                .param("quoteHash", quoteHash)
                .param("visitor", promise.visitor().key())
                .param("expiresAt", promise.expiresAt())
                .update();
        return token;
    }

    /** Makes the tokens of a quote that nobody has used worthless. */
    public void revoke(UUID quote) {
        jdbc.sql(
                        """
                        update confirmation_token set used_at = :now
                        where quote_id = :quote and used_at is null
                        """)
                .param("quote", quote)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Uses the token up with the transaction at hand, and tells the hash of the quote that it was
     * made for.
     *
     * @throws TokenInvalid when it is none of ours, or another quote's or visitor's
     * @throws TokenUsed when it was used before
     * @throws TokenExpired when its deadline has passed
     */
    public String redeem(String token, Promise promise, @Nullable String claimedVisitor) {
        var known =
                jdbc.sql("select * from confirmation_token where token_hash = :hash for update")
                        .param("hash", hash(token))
                        .query(ConfirmationTokens::known)
                        .optional()
                        .filter(row -> row.quote().equals(promise.id()))
                        .filter(row -> Objects.equals(row.visitor(), promise.visitor().key()))
                        .filter(_ -> promise.visitor().admits(claimedVisitor))
                        .orElseThrow(TokenInvalid::new);
        if (known.used()) {
            throw new TokenUsed();
        }
        if (!clock.instant().isBefore(known.expiresAt().toInstant())) {
            throw new TokenExpired();
        }
        var redeemed =
                jdbc.sql(
                                """
                                update confirmation_token set used_at = :now
                                where token_hash = :hash and used_at is null
                                """)
                        .param("hash", hash(token))
                        .param("now", OffsetDateTime.now(clock))
                        .update();
        if (redeemed != 1) {
            throw new TokenUsed();
        }
        return known.quoteHash();
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getObject("quote_id", UUID.class),
                row.getString("quote_hash"),
                row.getString("visitor"),
                row.getObject("expires_at", OffsetDateTime.class),
                row.getObject("used_at") != null);
    }

    private record Known(
            UUID quote,
            String quoteHash,
            @Nullable String visitor,
            OffsetDateTime expiresAt,
            boolean used) {}
}
