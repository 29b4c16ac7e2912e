package io.frontdesk.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestPostgresTest {
    private final TestPostgres.Database database = TestPostgres.database("rag-core-service");

    @Test
    void givesEveryCallerADatabaseOfItsOwn() {
        JdbcClient.create(database.owner()).sql("create table mine (id int)").update();

        var other = JdbcClient.create(TestPostgres.database("rag-core-service").owner());

        assertThatThrownBy(() -> other.sql("select * from mine").query().listOfRows())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void letsTheAppUseWhatTheOwnerMade() {
        JdbcClient.create(database.owner()).sql("create table note (id int)").update();
        var app = JdbcClient.create(database.app());

        app.sql("insert into note values (1)").update();

        assertThat(app.sql("select count(*) from note").query(Long.class).single()).isEqualTo(1);
        assertThatThrownBy(() -> app.sql("drop table note").update())
                .isInstanceOf(BadSqlGrammarException.class);
    }

    @Test
    void tellsWhichExtensionsTheServerOffers() {
        assertThat(TestPostgres.offers("btree_gist")).isTrue();
        assertThat(TestPostgres.offers("no_such_extension")).isFalse();
    }

    @Test
    void findsNoEngineWhereNothingListens() {
        assertThat(DockerEngine.answers("unix:///no/such/docker.sock")).isFalse();
        assertThat(DockerEngine.answers("tcp://127.0.0.1:1")).isFalse();
    }
}
