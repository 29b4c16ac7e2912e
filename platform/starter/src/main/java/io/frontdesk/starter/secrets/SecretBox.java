package io.frontdesk.starter.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Seals secrets with AES-256-GCM (NIST SP 800-38D). The context, for example tenant and column, is
 * authenticated with them: a sealed secret that is moved elsewhere does not open.
 */
public final class SecretBox {
    private final List<Aead> keys;

    /** Takes keys of 32 bytes: the first seals, any of them opens. */
    SecretBox(List<byte[]> keys) {
        this.keys = keys.stream().map(SecretBox::cipher).toList();
    }

    public byte[] seal(String plain, String context) {
        try {
            return keys.getFirst().encrypt(bytes(plain), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secret could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed for the same context.
     *
     * @throws SecretUnreadable when no present key opens it, or it was changed or moved
     */
    public String open(byte[] sealed, String context) {
        for (var key : keys) {
            try {
                return new String(key.decrypt(sealed, bytes(context)), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException wrong) {
                // The next key may be the one; that none is, is said below.
            }
        }
        throw new SecretUnreadable();
    }

    private static Aead cipher(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A secrets key must have 32 bytes", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
