package dev.periodical.database.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table article",
                "DROP INDEX article_listed",
                "alter table article drop column title",
                "alter table article alter column title drop default",
                "alter table article rename column title to heading",
                "alter table article rename to articles",
                "alter table article alter column title type varchar(80)",
                "alter table article alter title set data type varchar(80)",
                "alter table article\n  alter column author\n  set not null",
                "alter table article add column language text not null",
                "alter table article add column a text, add column language text not null",
                "alter table article add language varchar(2) not null",
                "alter table article add column price numeric(10, 2) not null, add column b text default 'x'",
                "alter table article add constraint positive check (size > 0)",
                "alter table article add unique (title)",
                "create unique index on article (title)",
                "create index concurrently article_author on article (author)",
                "delete from article where withdrawn",
                "truncate article",
                "create table other (id int); drop table article",
                "select 'fine;'; drop table article",
            })
    void whatTheOlderReleaseCantBear_isRefused(String sql) {
        assertThat(Expansion.faults(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table article add column language text",
                "alter table article add column language text not null default ''",
                "alter table article add column price numeric(10, 2) not null default 0, add column b text",
                "alter table article add column words tsvector not null generated always as (to_tsvector(title)) stored",
                "create index article_author on article (author)",
                "create extension if not exists pg_trgm",
                "update article set language = 'zh' where language is null",
                "-- we drop table article in a later release\ncomment on table article is 'drop; rename'",
                "/* drop table article; */ select 1",
                "create function f() returns void language sql as $body$ delete from article; $body$",
                "insert into word values ('it''s; drop table article')",
            })
    void whatOnlyAdds_isFree(String sql) {
        assertThat(Expansion.faults(sql)).isEmpty();
    }

    @Test
    void tableOfTheSameMigration_isFree() {
        assertThat(Expansion.faults("create table word (text text);"
                        + " create unique index on word (text);"
                        + " alter table word add column article uuid not null;"
                        + " alter table word add constraint long check (length(text) > 2)"))
                .isEmpty();
    }
}
