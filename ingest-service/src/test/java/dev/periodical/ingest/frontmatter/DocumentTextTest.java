package dev.periodical.ingest.frontmatter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void utf8_isReadWithoutAWord() {
        assertThat(DocumentText.decode("\uFEFF港口\r\nb".getBytes(UTF_8), "ISO-8859-1"))
                .isEqualTo(new DocumentText.Text("港口\nb", java.util.List.of()));
    }

    @Test
    void declaredCharset_comesSecond() {
        assertThat(text("Hafen für alle".getBytes(Charset.forName("windows-1252")), "windows-1252"))
                .isEqualTo("Hafen für alle");
    }

    @Test
    void gb18030_comesLast_andIsSaid() {
        // When
        DocumentText.Text text = (DocumentText.Text)
                DocumentText.decode("港口今日启用".getBytes(Charset.forName("GB18030")), "no-such-charset");

        // Then
        assertThat(text.text()).isEqualTo("港口今日启用");
        assertThat(text.notices()).extracting(Notice::code).containsExactly("charset-guessed");
    }

    @Test
    void binary_isNoText() {
        assertThat(DocumentText.decode(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, null))
                .isInstanceOf(DocumentText.NotText.class);
        assertThat(DocumentText.decode(new byte[64], null)).isInstanceOf(DocumentText.NotText.class);
    }

    @Test
    void nul_isDropped_andSaid() {
        // When
        DocumentText.Text text = DocumentText.clean("ab\nc\0d");

        // Then
        assertThat(text.text()).isEqualTo("ab\ncd");
        assertThat(text.notices()).containsExactly(new Notice("nul-dropped", "U+0000 was dropped", 2, 2));
    }

    @Test
    void loneSurrogate_isReplaced() {
        assertThat(DocumentText.clean("a\uD83Db\uD83C\uDF89\uDE00").text()).isEqualTo("a\uFFFDb\uD83C\uDF89\uFFFD");
    }

    @Test
    void loneCarriageReturn_endsLinesOnlyWhereNothingElseDoes() {
        assertThat(DocumentText.clean("a\rb\rc").text()).isEqualTo("a\nb\nc");
        assertThat(DocumentText.clean("a\rb\r\nc").text()).isEqualTo("a\rb\nc");
    }

    private static String text(byte[] bytes, String charset) {
        return ((DocumentText.Text) DocumentText.decode(bytes, charset)).text();
    }
}
