package io.keycloakcrm.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhouchaoping",
                "ZCP",
                "周超平",
                "超平",
                "chaoping",
                "zhou chao ping",
                "Zhou  Chaoping",
                "chaoping zhou",
                "ｇｈ０１",
                "acme"
            })
    void findsAPersonByWhateverIsTyped(String typed) {
        assertThat(SearchText.of("周超平", "GH01000", "zhou@acme.example")).contains(SearchText.query(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "单雄信,shanxiongxin", "曾国藩,zengguofan", "仇英,qiuying", "解缙,xiejin", "查良镛,zhaliangyong",
        "盖叫天,gejiaotian", "朴树,piaoshu", "尉迟恭,yuchigong", "万俟卨,moqi", "区健,oujian",
        "翟天临,zhaitianlin", "覃海,qinhai", "冼星海,xianxinghai", "乐嘉,yuejia", "黑云,heyun",
        "缪荃,miaoquan", "种师,chongshi", "繁星,poxing", "员半千,yunbanqian", "宓妃,fufei",
        "那英,naying", "單雄信,shanxiongxin", "令狐冲,linghuchong", "王曾,wangzeng", "李长江,lichangjiang",
        "长孙无忌,zhangsunwuji", "单雄信,danxiongxin", "吕布,lvbu", "吕布,lyubu",
    })
    void readsSurnamesAsTheirBearersDo(String name, String typed) {
        assertThat(SearchText.of(name)).contains(typed);
    }

    @Test
    void initialsFollowTheSurnamesReading() {
        assertThat(SearchText.of("尉迟恭").split(" ")).contains("ycg");
    }

    @Test
    void interpunctsAreNotHeard() {
        assertThat(SearchText.of("阿依古丽·买买提")).contains("ayigulimaimaiti", "ayglmmt");
    }

    @ParameterizedTest
    @CsvSource({"Anna Müller,muller", "Anna Müller,müller", "Łukasz Żak,lukasz zak", "Nguyễn Văn An,nguyen"})
    void findsNamesWithAndWithoutDiacritics(String name, String typed) {
        assertThat(SearchText.of(name)).contains(typed);
    }

    @Test
    void isCutAtThousandCharactersButNeverInsideACharacter() {
        String text = SearchText.of("x" + "𠮷".repeat(600));

        assertThat(text).hasSize(999);
        assertThat(text.charAt(998)).matches(Character::isLowSurrogate);
    }

    @Test
    void nothingGivesNothing() {
        assertThat(SearchText.of()).isEmpty();
        assertThat(SearchText.query(" \u0000\u3000 ")).isEmpty();
    }
}
