package io.frontdesk.conversationalpayment.offering;

import io.frontdesk.starter.client.ServiceUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Reads offerings from calendar-integration-service; prices and names have their one home there.
 */
@Component
@ImportHttpServices(group = "calendar-integration-service", types = OfferingExchange.class)
public class Calendar {
    private static final int PAGE = 200;
    private static final int PAGES = 5;
    private static final Logger log = LoggerFactory.getLogger(Calendar.class);

    private final OfferingExchange exchange;

    Calendar(OfferingExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * The offering of this id, if there is one.
     *
     * @throws OfferingsUnavailable when the calendar does not tell
     */
    public Optional<Offering> find(UUID id) {
        try {
            return Optional.of(exchange.get(id));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        } catch (ServiceUnavailable | RestClientException failed) {
            log.warn("The calendar does not tell of an offering: {}", failed.toString());
            throw new OfferingsUnavailable(failed);
        }
    }

    /**
     * All offerings, up to a thousand.
     *
     * @throws OfferingsUnavailable when the calendar does not tell
     */
    public List<Offering> all() {
        try {
            var all = new ArrayList<Offering>();
            String cursor = null;
            for (int page = 0; page < PAGES; page++) {
                var part = exchange.list(PAGE, cursor);
                all.addAll(part.items());
                cursor = part.nextCursor();
                if (cursor == null) {
                    break;
                }
            }
            return all;
        } catch (ServiceUnavailable | RestClientException failed) {
            log.warn("The calendar does not tell its offerings: {}", failed.toString());
            throw new OfferingsUnavailable(failed);
        }
    }
}
