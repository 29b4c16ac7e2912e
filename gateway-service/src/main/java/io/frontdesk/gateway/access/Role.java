package io.frontdesk.gateway.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller is on the platform, from most to least powerful. */
public enum Role {
    OPERATOR,
    OWNER,
    STAFF,
    VISITOR;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the wire form, for example {@code staff}; anything else is an illegal argument. */
    @JsonCreator
    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No such role: " + word);
    }

    /** Whether someone with this role may hand out the other one. */
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /** The scopes that come with this role. */
    public Set<String> scopes() {
        return Scopes.of(this);
    }

    public static Set<String> scopes(Collection<Role> roles) {
        return roles.stream()
                .flatMap(role -> role.scopes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Set<String> words(Collection<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads wire words and leaves out those that are no role of this platform. */
    public static Set<Role> known(Collection<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : values()) {
            if (words.contains(role.word())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
