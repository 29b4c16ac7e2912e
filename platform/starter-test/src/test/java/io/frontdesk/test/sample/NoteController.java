package io.frontdesk.test.sample;

import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.Events;
import io.frontdesk.starter.events.OnEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class NoteController {
    static final String WRITTEN = "io.frontdesk.sample.note-written";
    static final String WANTED = "io.frontdesk.sample.note-wanted";

    private final JdbcClient jdbc;
    private final Events events;
    private final IdGenerator ids;

    NoteController(JdbcClient jdbc, Events events, IdGenerator ids) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
    }

    record Note(@NotBlank String text) {}

    record Written(UUID id) {}

    @PostMapping("/api/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public Written write(@Valid @RequestBody Note note) {
        var id = ids.generateId();
        jdbc.sql("insert into note (id, text) values (?, ?)").params(id, note.text()).update();
        events.publish(WRITTEN, id.toString(), note);
        return new Written(id);
    }

    @GetMapping("/api/notes")
    @Transactional(readOnly = true)
    public List<Note> list() {
        return jdbc.sql("select text from note order by id")
                .query((row, number) -> new Note(row.getString("text")))
                .list();
    }

    @OnEvent(WANTED)
    public void onWanted(CloudEvent<Note> event) {
        write(event.data());
    }
}
