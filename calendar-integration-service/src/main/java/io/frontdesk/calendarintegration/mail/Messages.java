package io.frontdesk.calendarintegration.mail;

import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.problem.Problem;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The outbox of the tenant at hand. */
@Repository
@Transactional
public class Messages {
    private final JdbcClient jdbc;
    private final MailServer server;
    private final Jobs jobs;
    private final Tenancy tenancy;
    private final IdGenerator ids;
    private final Clock clock;

    /** The tenant has no message of this id. */
    @Problem(status = HttpStatus.NOT_FOUND, type = "message-not-found", title = "No such message")
    static class MessageNotFound extends RuntimeException {
        MessageNotFound(UUID id) {
            super("There is no message " + id + ".");
        }
    }

    Messages(
            JdbcClient jdbc,
            MailServer server,
            Jobs jobs,
            Tenancy tenancy,
            IdGenerator ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.server = server;
        this.jobs = jobs;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a mail in the caller's transaction; it is sent when that commits, and only then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(NewMessage message) {
        var id = ids.generateId();
        var queued = server.configured();
        var calendar = message.calendar();
        jdbc.sql(
                        """
                        insert into message (id, kind, booking_id, recipient_name,
                            recipient_address, subject, body, calendar, calendar_method, state,
                            created_at)
                        values (:id, :kind, :booking, :name, :address, :subject, :body, :calendar,
                            :method, :state, :now)
                        """)
                .param("id", id)
                .param("kind", message.kind().name().toLowerCase(Locale.ROOT))
                .param("booking", message.bookingId())
                .param("name", Lines.one(message.recipientName()))
                .param("address", Lines.one(message.recipientAddress()))
                .param("subject", Lines.one(message.subject()))
                .param("body", message.text())
                .param("calendar", calendar == null ? null : calendar.text())
                .param("method", calendar == null ? null : calendar.method())
                .param("state", queued ? "queued" : "held")
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (queued) {
            jobs.addNow(MailTask.job(tenancy.require(), id));
        }
        return id;
    }

    Message get(UUID id) {
        return find(id).orElseThrow(() -> new MessageNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Message> list(@Nullable String state, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from message
                        where (:state::text is null or state = :state)
                          and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("state", state)
                .param("before", before)
                .param("limit", limit)
                .query(Messages::message)
                .list();
    }

    /** Sends one again that is held or has failed. */
    Message requeue(UUID id) {
        get(id);
        if (!server.configured()) {
            throw new MailServer.MailNotConfigured();
        }
        var changed =
                jdbc.sql(
                                """
                                update message set state = 'queued', attempts = 0, problem = null
                                where id = :id and state in ('held', 'failed')
                                """)
                        .param("id", id)
                        .update();
        if (changed == 1) {
            jobs.addNow(MailTask.job(tenancy.require(), id));
        }
        return get(id);
    }

    /** Counts an attempt before it is made; empty where there is nothing to send any more. */
    Optional<Message> begin(UUID id) {
        return jdbc.sql(
                        """
                        update message set attempts = attempts + 1
                        where id = :id and state = 'queued' returning *
                        """)
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    void sent(UUID id) {
        jdbc.sql(
                        """
                        update message set state = 'sent', sent_at = :now, problem = null,
                            next_attempt_at = null
                        where id = :id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    void failed(UUID id, String state, String problem, @Nullable Instant next) {
        jdbc.sql(
                        """
                        update message set state = :state, problem = :problem,
                            next_attempt_at = :next
                        where id = :id
                        """)
                .param("state", state)
                .param("problem", problem)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private Optional<Message> find(UUID id) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("booking_id", UUID.class),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("calendar"),
                row.getString("calendar_method"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("next_attempt_at", OffsetDateTime.class),
                row.getObject("sent_at", OffsetDateTime.class));
    }
}
