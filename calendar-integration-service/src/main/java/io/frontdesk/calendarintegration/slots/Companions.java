package io.frontdesk.calendarintegration.slots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes one resource of each group. One may be in several groups, but serves in one of them: so it
 * tries and returns. The groups with the fewest go first: where there are too few for some groups,
 * that shows after a handful of steps, however large the others are.
 */
final class Companions {
    private final List<List<UUID>> groups;
    private final List<Integer> order;
    private final Set<UUID> used = new HashSet<>();
    private final List<@Nullable UUID> chosen = new ArrayList<>();

    private Companions(List<List<UUID>> groups) {
        this.groups = groups;
        this.order =
                IntStream.range(0, groups.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(group -> groups.get(group).size()))
                        .toList();
        groups.forEach(_ -> chosen.add(null));
    }

    /** In the order of the groups; {@code serving} is none of them. */
    static Optional<List<UUID>> of(List<List<UUID>> groups, UUID serving) {
        var companions = new Companions(groups);
        companions.used.add(serving);
        return companions.assign(0)
                ? Optional.of(
                        companions.chosen.stream()
                                .map(each -> Objects.requireNonNull(each))
                                .toList())
                : Optional.empty();
    }

    private boolean assign(int step) {
        if (step == order.size()) {
            return true;
        }
        int group = order.get(step);
        for (var candidate : groups.get(group)) {
            if (used.add(candidate)) {
                chosen.set(group, candidate);
                if (assign(step + 1)) {
                    return true;
                }
                used.remove(candidate);
            }
        }
        return false;
    }
}
