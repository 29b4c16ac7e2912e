package io.frontdesk.gateway.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The scopes of the platform, {@code <domain>:read} and {@code <domain>:write} and a few more. */
public final class Scopes {
    public static final String ASK = "knowledge:ask";
    public static final String REFUND = "payments:refund";

    /** Whose keys take the money, and how much may be spent. */
    public static final String CONFIGURE = "payments:configure";

    private static final List<String> BUSINESS =
            List.of(
                    "knowledge",
                    "payments",
                    "conversational-payments",
                    "payment-policies",
                    "calendar",
                    "orders",
                    "conversations",
                    "workflows",
                    "wizard",
                    "agents",
                    "widgets",
                    "dashboard",
                    "analytics",
                    "insights",
                    "billing",
                    "intelligence",
                    "metrics",
                    "data",
                    "config",
                    "flags",
                    "models",
                    "keys",
                    "clients",
                    "audit");
    private static final List<String> PLATFORM =
            List.of("tenants", "fleet", "events", "admin-knowledge", "admin-customers");
    private static final List<String> STAFF_WRITES =
            List.of(
                    "knowledge",
                    "calendar",
                    "conversations",
                    "orders",
                    "conversational-payments",
                    "payment-policies",
                    "payments");
    private static final List<String> STAFF_READS =
            List.of(
                    "agents",
                    "widgets",
                    "dashboard",
                    "analytics",
                    "insights",
                    "intelligence",
                    "workflows",
                    "flags",
                    "models");
    private static final Map<Role, Set<String>> BY_ROLE = byRole();

    private Scopes() {}

    public static String read(String domain) {
        return domain + ":read";
    }

    public static String write(String domain) {
        return domain + ":write";
    }

    static Set<String> of(Role role) {
        return BY_ROLE.getOrDefault(role, Set.of());
    }

    private static Map<Role, Set<String>> byRole() {
        Set<String> visitor = Set.of(ASK);

        Set<String> staff = new TreeSet<>(visitor);
        STAFF_WRITES.forEach(domain -> both(staff, domain));
        STAFF_READS.forEach(domain -> staff.add(read(domain)));

        Set<String> owner = new TreeSet<>(staff);
        BUSINESS.forEach(domain -> both(owner, domain));
        owner.add(REFUND);
        owner.add(CONFIGURE);

        Set<String> operator = new TreeSet<>(owner);
        PLATFORM.forEach(domain -> both(operator, domain));

        Map<Role, Set<String>> all = new EnumMap<>(Role.class);
        all.put(Role.VISITOR, visitor);
        all.put(Role.STAFF, Set.copyOf(staff));
        all.put(Role.OWNER, Set.copyOf(owner));
        all.put(Role.OPERATOR, Set.copyOf(operator));
        return all;
    }

    private static void both(Set<String> scopes, String domain) {
        scopes.add(read(domain));
        scopes.add(write(domain));
    }
}
