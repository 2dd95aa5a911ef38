package io.keycloakcrm.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortNameTest {

    @Test
    void ordersChineseNamesByTheSoundThatTheirSurnameHasAsASurname() {
        assertThat(Stream.of("单伟", "Zoe Zeng", "曾国藩", "欧阳明", "Anna Müller", "仇英", "陈明")
                        .sorted(Comparator.comparing(SortName::of)))
                .containsExactly("Anna Müller", "陈明", "欧阳明", "仇英", "单伟", "曾国藩", "Zoe Zeng");
    }

    @Test
    void ordersPeopleOfTheSameSoundByTheirCharacters() {
        assertThat(SortName.of("王丽")).isNotEqualTo(SortName.of("王莉"));
    }
}
