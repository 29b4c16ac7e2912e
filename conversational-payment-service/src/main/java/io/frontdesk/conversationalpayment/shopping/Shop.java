package io.frontdesk.conversationalpayment.shopping;

import io.frontdesk.conversationalpayment.catalogue.CatalogueItems;
import io.frontdesk.conversationalpayment.offering.Calendar;
import io.frontdesk.conversationalpayment.offering.OfferingsUnavailable;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.understanding.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All that can be bought from the tenant at hand, in the terms of a dialogue. */
@Component
public class Shop {
    private static final Logger log = LoggerFactory.getLogger(Shop.class);

    private final CatalogueItems items;
    private final Calendar calendar;

    Shop(CatalogueItems items, Calendar calendar) {
        this.items = items;
        this.calendar = calendar;
    }

    /**
     * The own items, and the calendar's offerings that have a price.
     *
     * @param complete whether the calendar has answered
     */
    public record Shelf(List<Wish> wishes, boolean complete) {
        public Optional<Wish> find(UUID item) {
            return wishes.stream().filter(wish -> wish.itemId().equals(item)).findFirst();
        }
    }

    public Shelf open() {
        var wishes = new ArrayList<Wish>();
        items.inSale()
                .forEach(item ->
                        wishes.add(
                                new Wish(item.id(), item.name(), item.otherNames(), item.price())));
        try {
            calendar.all().stream()
                    .filter(offering -> offering.bookable() && offering.price() != null)
                    .forEach(offering ->
                            wishes.add(
                                    new Wish(
                                            offering.id(),
                                            PlainText.line(offering.name()),
                                            Set.of(),
                                            offering.price())));
            return new Shelf(List.copyOf(wishes), true);
        } catch (OfferingsUnavailable away) {
            log.warn("A dialogue goes on without offerings");
            return new Shelf(List.copyOf(wishes), false);
        }
    }
}
