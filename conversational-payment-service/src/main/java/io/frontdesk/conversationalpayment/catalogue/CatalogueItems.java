package io.frontdesk.conversationalpayment.catalogue;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The items of the tenant at hand. */
@Repository
@Transactional
public class CatalogueItems {
    private final JdbcClient jdbc;
    private final Clock clock;

    CatalogueItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, NewItem item) {
        write(
                """
                insert into catalogue_item
                    (id, name, other_names, kind, price, currency, created_at)
                values (:id, :name, :otherNames, :kind, :price, :currency, :now)
                on conflict (tenant_id, lower(name)) where active do nothing
                """,
                id,
                item);
    }

    void replace(UUID id, NewItem item) {
        get(id);
        var taken =
                jdbc.sql(
                                """
                                select 1 from catalogue_item
                                where active and lower(name) = lower(:name) and id <> :id
                                """)
                        .param("name", item.line())
                        .param("id", id)
                        .query(Integer.class)
                        .optional();
        if (taken.isPresent()) {
            throw new ItemNameTaken(item.line());
        }
        write(
                """
                update catalogue_item set name = :name, other_names = :otherNames, kind = :kind,
                    price = :price, currency = :currency,
                    created_at = least(created_at, :now)
                where id = :id
                """,
                id,
                item);
    }

    /** Takes it out of sale; quotes that name it stay as they are. */
    void retire(UUID id) {
        get(id);
        jdbc.sql("update catalogue_item set active = false where id = :id")
                .param("id", id)
                .update();
    }

    CatalogueItem get(UUID id) {
        return find(id).orElseThrow(() -> new ItemNotFound(id));
    }

    public Optional<CatalogueItem> find(UUID id) {
        return jdbc.sql("select * from catalogue_item where id = :id")
                .param("id", id)
                .query(CatalogueItems::item)
                .optional();
    }

    /** All items in sale, up to a thousand. */
    public List<CatalogueItem> inSale() {
        return jdbc.sql("select * from catalogue_item where active order by id limit 1000")
                .query(CatalogueItems::item)
                .list();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<CatalogueItem> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from catalogue_item
                        where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(CatalogueItems::item)
                .list();
    }

    private void write(String sql, UUID id, NewItem item) {
        var price = item.price();
        var written =
                jdbc.sql(sql)
                        .param("id", id)
                        .param("name", item.line())
                        .param("otherNames", item.otherLines().toArray(String[]::new))
                        .param("kind", item.kind().word())
                        .param("price", price == null ? null : price.getAmount())
                        .param("currency", price == null ? null : price.getCurrencyUnit().getCode())
                        .param("now", OffsetDateTime.now(clock))
                        .update();
        if (written == 0) {
            throw new ItemNameTaken(item.line());
        }
    }

    private static CatalogueItem item(ResultSet row, int number) throws SQLException {
        return new CatalogueItem(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Set.of((String[]) row.getArray("other_names").getArray()),
                ItemKind.of(row.getString("kind")),
                row.getString("currency") == null
                        ? null
                        : MoneyColumns.read(row, "price", "currency"),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
