package io.keycloakcrm.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "周超平|周|超平",
                "胡桂|胡|桂",
                "欧阳明|欧阳|明",
                "欧阳刚霞|欧阳|刚霞",
                "諸葛亮|諸葛|亮",
                "上官婉儿|上官|婉儿",
                "司马|司|马",
                "爱新觉罗溥仪|爱新觉罗|溥仪",
                "周|周|''",
                "周　超平|周|超平",
                "张  三|张|三",
                "𠮷野家|𠮷|野家",
                "김철수|김|철수",
                "남궁민수|남궁|민수",
                "山田 太郎|山田|太郎",
                "さくら|さくら|''",
                "阿依古丽·买买提|阿依古丽·买买提|''",
                "Anna Müller|Müller|Anna",
                "Siobhán O'Brien|O'Brien|Siobhán",
                "Nguyễn Văn An|An|Nguyễn Văn",
                "'Tom Smith, Jr.'|'Smith, Jr.'|Tom",
                "Sammy Davis Jr.|Davis Jr.|Sammy",
                "'Smith, Tom'|Smith|Tom",
                "Suharto|Suharto|''",
                "Gal·la Puig|Puig|Gal·la",
                "' Anna  Müller '|Müller|Anna",
                "''|''|''",
            })
    void splits(String fullName, String lastName, String firstName) {
        assertThat(PersonName.split(fullName)).isEqualTo(new PersonName(lastName, firstName));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "周超平",
                "诸葛桂秀",
                "阿依古丽·买买提",
                "Anna Müller",
                "Tom Smith, Jr.",
                "Madonna",
                "김철수",
                "张伟1",
                "张三(销售)",
                "Jean-Luc Lefèvre"
            })
    void showsASplitNameAsItWasWritten(String fullName) {
        PersonName name = PersonName.split(fullName);

        assertThat(PersonName.display(name.firstName(), name.lastName())).isEqualTo(fullName);
    }

    @Test
    void showsAChineseFamilyNameAfterALatinGivenName() {
        assertThat(PersonName.display("Tony", "陈")).isEqualTo("Tony 陈");
    }

    @Test
    void textWithoutLettersIsNotCjk() {
        assertThat(PersonName.isCjk("123")).isFalse();
        assertThat(PersonName.isCjk("周1")).isTrue();
        assertThat(PersonName.isCjk("周a")).isFalse();
    }

    @Test
    void callsSomebodyWithoutANameByHisUserName() {
        assertThat(PersonName.display(null, null, "ua000")).isEqualTo("ua000");
        assertThat(PersonName.display("", " ", "ua000")).isEqualTo("ua000");
        assertThat(PersonName.display("超平", "周", "ua000")).isEqualTo("周超平");
    }
}
