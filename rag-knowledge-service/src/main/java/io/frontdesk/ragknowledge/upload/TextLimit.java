package io.frontdesk.ragknowledge.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Holds JSON uploads to the limit of files: by the announced length, else while reading. */
@ControllerAdvice
class TextLimit extends RequestBodyAdviceAdapter {

    private final UploadProperties properties;

    TextLimit(UploadProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var kind = parameter.getParameterType();
        return kind == Submission.class
                || kind == AddDocument.Text.class
                || kind == ContentController.NewText.class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        long most = properties.maxDocumentSize().toBytes();
        long announced = message.getHeaders().getContentLength();
        if (announced > most) {
            throw new DocumentTooLarge(properties.maxDocumentSize());
        }
        if (announced >= 0) {
            return message;
        }
        var body = message.getBody().readNBytes(Math.toIntExact(most + 1));
        if (body.length > most) {
            throw new DocumentTooLarge(properties.maxDocumentSize());
        }
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
