package dev.periodical.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureStateTest {

    @ParameterizedTest
    @EnumSource(PictureState.class)
    void code_isReadAgain(PictureState state) {
        assertThat(PictureState.ofCode(state.code(), false)).isEqualTo(state);
    }

    @Test
    void unknownWord_saysWhatIsSure() {
        assertThat(PictureState.ofCode("archived", true)).isEqualTo(PictureState.SUSPECT);
        assertThat(PictureState.ofCode("archived", false)).isEqualTo(PictureState.WAITING);
        assertThat(PictureState.ofCode(null, false)).isEqualTo(PictureState.WAITING);
    }
}
