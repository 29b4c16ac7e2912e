package io.frontdesk.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.util.LinkedMultiValueMap;

/** What a caller may get wrong: each is a 400 or its like that names the field. */
class InputProblemsTest {
    private final RestTestClient client = FailingService.client();

    @Test
    void namesEveryFieldOfABodyThatBreaksARule() {
        invalid("{\"name\":\" \",\"email\":\"nobody\"}")
                .jsonPath("$.detail")
                .isEqualTo("The input has invalid fields.")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[?(@.field=='name')].message")
                .isEqualTo("must not be blank")
                .jsonPath("$.errors[?(@.field=='email')].message")
                .isEqualTo("must be a well-formed email address");
    }

    @Test
    void namesTheFieldInsideAList() {
        invalid("{\"name\":\"a\",\"lines\":[{\"quantity\":1},{\"quantity\":0}]}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("lines[1].quantity");
    }

    @Test
    void namesTheFieldOfAnElementOfABodyThatIsAList() {
        answer("/lines", "[{\"quantity\":1},{\"quantity\":0}]")
                .jsonPath("$.errors[0].field")
                .isEqualTo("[1].quantity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":"a","nmae":"b"}                            | nmae
                    {"name":"a","lines":[{"quantity":1,"colour":"x"}]} | lines[0].colour
                    """)
    void namesAnUnknownField(String body, String field) {
        invalid(body)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo("is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":"a","places":"many"}               | places
                    {"name":"a","channel":"PIGEON"}            | channel
                    {"name":"a","day":"tomorrow"}              | day
                    {"name":"a","length":"an hour"}            | length
                    {"name":"a","timeZone":"Mars/Olympus"}     | timeZone
                    {"name":"a","offeringId":"7"}              | offeringId
                    {"name":"a","lines":{"quantity":1}}        | lines
                    {"name":"a","lines":[{"quantity":null}]}   | lines[0].quantity
                    {"name":["a"]}                             | name
                    {"name":5}                                 | name
                    {"name":true}                              | name
                    {"name":"a","places":"7"}                  | places
                    """)
    void namesAFieldOfTheWrongType(String body, String field) {
        invalid(body)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo("is not of the expected type");
    }

    @Test
    void namesANumberThatIsTooLarge() {
        invalid("{\"name\":\"a\",\"places\":99999999999}")
                .jsonPath("$.errors[0].field")
                .isEqualTo("places")
                .jsonPath("$.errors[0].message")
                .isEqualTo("is out of range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "{name:1}", "{\"name\":\"a\"} trailing", "nonsense"})
    void saysWhereMalformedJsonBreaks(String body) {
        invalid(body)
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail ->
                                assertThat(detail)
                                        .matches(
                                                "The body is not valid JSON at line 1, column"
                                                        + " \\d+\\."));
    }

    @Test
    void refusesABodyThatIsNestedTooDeep() {
        invalid("{\"lines\":" + "[".repeat(100_000))
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:invalid-input");
    }

    @ParameterizedTest
    @CsvSource({
        "'', The body is missing or cannot be read as the type it says.",
        "null, The body is missing or cannot be read as the type it says.",
        "[], The body is not what this call expects.",
        "7, The body is not what this call expects."
    })
    void refusesABodyThatIsMissingOrNoObject(String body, String detail) {
        invalid(body).jsonPath("$.detail").isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "/limited?limit=101,        limit, must be less than or equal to 100",
        "/limited?limit=many,       limit, is not of the expected type",
        "/limited,                  limit, is required",
        "/orders/7,                 id,    is not of the expected type",
        "/searches?limit=101,       limit, must be less than or equal to 100",
        "/searches?limit=many,      limit, is not of the expected type",
        "/searches?limit=1&since=x, since, is not of the expected type"
    })
    void namesTheParameter(String path, String field, String message) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @Test
    void refusesAFileOverTheLimit() {
        upload(new byte[11 * 1024])
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:content-too-large")
                .jsonPath("$.status")
                .isEqualTo(413);
    }

    @Test
    void takesAFileOfTheLimit() {
        upload(new byte[10 * 1024]).expectStatus().isOk();
    }

    @Test
    void namesAMissingFile() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("other", "x");
        client.post()
                .uri("/files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("file");
    }

    @Test
    void refusesAMultipartBodyThatIsNone() {
        client.post()
                .uri("/files")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .body("nonsense".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:frontdesk:problem:invalid-input");
    }

    private BodyContentSpec invalid(String body) {
        return answer("/orders", body);
    }

    private BodyContentSpec answer(String path, String body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.title")
                .isEqualTo("Invalid input")
                .jsonPath("$.traceId")
                .value(String.class, id -> assertThat(id).matches("[0-9a-f]{32}"));
    }

    private RestTestClient.ResponseSpec upload(byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add(
                "file",
                new ByteArrayResource(content) {
                    @Override
                    public String getFilename() {
                        return "a.txt";
                    }
                });
        return client.post()
                .uri("/files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }
}
