package io.frontdesk.ragknowledge.answering;

import io.frontdesk.starter.identity.Identity;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/knowledge/answers")
class AnswerController {

    private static final Pattern TOKEN = Pattern.compile("\\S+\\s*");

    private final AskedSpecialist askedSpecialist;
    private final AnswerQuestion answerQuestion;

    AnswerController(AskedSpecialist askedSpecialist, AnswerQuestion answerQuestion) {
        this.askedSpecialist = askedSpecialist;
        this.answerQuestion = answerQuestion;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Answer answer(@Valid @RequestBody AnswerRequest request, Identity caller) {
        return answerQuestion.answer(question(request, caller));
    }

    /**
     * Sends what has been checked, and nothing before it has. Events: {@code token} for each word,
     * {@code citation}, and {@code done} with all of it.
     */
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@Valid @RequestBody AnswerRequest request, Identity caller)
            throws IOException {
        var answer = answerQuestion.answer(question(request, caller));
        var events = new SseEmitter();
        var tokens = TOKEN.matcher(answer.answer());
        while (tokens.find()) {
            send(events, "token", new Token(tokens.group()));
        }
        for (var citation : answer.citations()) {
            send(events, "citation", citation);
        }
        send(events, "done", answer);
        events.complete();
        return events;
    }

    private Question question(AnswerRequest request, Identity caller) {
        var question = askedSpecialist.question(request);
        return caller.hasRole("service") ? question.unrecorded() : question;
    }

    private static void send(SseEmitter events, String name, Object payload) throws IOException {
        events.send(SseEmitter.event().name(name).data(payload, MediaType.APPLICATION_JSON));
    }

    record Token(String text) {}
}
