package io.frontdesk.conversationalpayment.receipt;

import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.starter.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The profile of the tenant at hand. */
@Repository
@Transactional
class BusinessProfiles {
    private final JdbcClient jdbc;
    private final Tenancy tenancy;

    BusinessProfiles(JdbcClient jdbc, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
    }

    /** A business that has not said its name goes by its tenant id. */
    BusinessProfile current() {
        return jdbc.sql("select name, address from business_profile")
                .query((row, _) ->
                        new BusinessProfile(row.getString("name"), row.getString("address")))
                .optional()
                .orElseGet(() -> new BusinessProfile("Business " + tenancy.require(), null));
    }

    BusinessProfile replace(BusinessProfile profile) {
        var clean =
                new BusinessProfile(
                        PlainText.line(profile.name()), PlainText.lineOrNull(profile.address()));
        jdbc.sql(
                        """
                        insert into business_profile (name, address) values (:name, :address)
                        on conflict (tenant_id) do update
                            set name = excluded.name, address = excluded.address
                        """)
                .param("name", clean.name())
                .param("address", clean.address())
                .update();
        return clean;
    }
}
