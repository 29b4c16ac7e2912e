package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.connection.Direction;
import io.frontdesk.calendarplugin.connection.ForeignChanges;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/**
 * A calendar to connect.
 *
 * @param calendarId the provider's; its primary one where none is given
 * @param server an https address, for providers that have many servers
 * @param password best an app password, which its owner can take back by itself
 * @param storeTitles whether titles of other people's events are kept; not unless asked
 */
record NewConnection(
        @NotBlank @Size(max = 40) String provider,
        @NotNull UUID resourceId,
        @Nullable @Size(max = 1000) String calendarId,
        @Nullable @URL(regexp = "https?://.*") @Size(max = 500) String server,
        @Nullable @Size(max = 300) String username,
        @Nullable @Size(max = 1000) String password,
        @Nullable Boolean storeTitles,
        @Nullable Direction direction,
        @Nullable ForeignChanges foreignChanges) {
    @Override
    public String toString() {
        return "NewConnection[" + provider + ", " + resourceId + "]";
    }
}
