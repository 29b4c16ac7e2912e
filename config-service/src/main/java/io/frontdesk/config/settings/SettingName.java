package io.frontdesk.config.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Where a setting is; also a place in the list of all, in which the next page begins. */
record SettingName(String application, String profile, String key) {
    static final SettingName FIRST = new SettingName("", "", "");

    String cursor() {
        String plain = application + "\n" + profile + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    static SettingName ofCursor(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            String[] parts = plain.split("\n", -1);
            if (parts.length == 3 && plain.indexOf('\0') < 0) {
                return new SettingName(parts[0], parts[1], parts[2]);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new UnknownCursor(notBase64);
        }
        throw new UnknownCursor(null);
    }
}
