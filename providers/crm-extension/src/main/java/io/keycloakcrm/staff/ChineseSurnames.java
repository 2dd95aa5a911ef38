package io.keycloakcrm.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The surnames of more than one character, in simplified and traditional script, and the Korean ones in Hangul. */
final class ChineseSurnames {

    private static final Set<String> COMPOUND = words("""
            欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 萬俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲
            公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 鐘離 长孙 長孫 宇文
            司徒 鲜于 鮮于 司空 闾丘 閭丘 子车 子車 亓官 司寇 巫马 巫馬 公西 颛孙 顓孫 壤驷 壤駟 公良 漆雕 乐正 樂正 宰父 谷梁 穀梁
            拓跋 夹谷 夾谷 轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 南门 南門 羊舌 微生 公户 公戶 公玉 公仪 公儀 梁丘 公仲 公上 公门
            公門 公山 公坚 公堅 左丘 公伯 西门 西門 公祖 第五 公乘 贯丘 貫丘 公皙 南荣 南榮 东里 東里 东宫 東宮 仲长 仲長 子桑 即墨
            达奚 達奚 褚师 褚師 淳于 单于 單于 耶律 完颜 完顏 纳兰 納蘭 富察 那拉 哥舒 尔朱 爾朱 贺兰 賀蘭 沮渠 乞伏 屈突 斛律 南郭
            北宫 北宮 叔孙 叔孫 相里 库狄 庫狄 宿勤 叱干 叱罗 叱羅 纥奚 紇奚 贺若 賀若 贺拔 賀拔 侯莫陈 侯莫陳 钮祜禄 鈕祜祿 叶赫那拉
            葉赫那拉 爱新觉罗 愛新覺羅 瓜尔佳 瓜爾佳 남궁 황보 제갈 사공 선우 서문 독고 동방
            """);

    private static final int LONGEST = 4;

    /** How compound surnames are read where their characters alone would be read otherwise. */
    private static final Map<String, String> COMPOUND_READINGS = Map.ofEntries(
            Map.entry("万俟", "mo qi"), Map.entry("萬俟", "mo qi"),
            Map.entry("尉迟", "yu chi"), Map.entry("尉遲", "yu chi"),
            Map.entry("澹台", "tan tai"), Map.entry("澹臺", "tan tai"),
            Map.entry("单于", "chan yu"), Map.entry("單于", "chan yu"),
            Map.entry("长孙", "zhang sun"), Map.entry("長孫", "zhang sun"),
            Map.entry("子车", "zi ju"), Map.entry("子車", "zi ju"),
            Map.entry("乐正", "yue zheng"), Map.entry("樂正", "yue zheng"),
            Map.entry("贺若", "he ruo"), Map.entry("賀若", "he ruo"));

    /** How single characters are read when they are somebody's surname. */
    private static final Map<String, String> READINGS = pairs("""
            单 shan 單 shan 曾 zeng 仇 qiu 解 xie 查 zha 盖 ge 蓋 ge 朴 piao 区 ou 區 ou 乐 yue 樂 yue 黑 he 缪 miao 繆 miao
            种 chong 種 chong 繁 po 员 yun 員 yun 宓 fu 覃 qin 贲 ben 賁 ben 莘 shen 瞿 qu 蔚 yu 都 du 乜 nie 那 na 句 gou
            召 shao 祭 zhai 折 she 洗 xian 冼 xian 能 nai 郗 chi 粘 nian 秘 bi 翟 zhai 晁 chao 尉 wei 俟 qi 哈 ha 逄 pang
            """);

    private ChineseSurnames() {}

    /**
     * Characters of the surname at the beginning of a name without spaces. A compound surname counts only where
     * something is left for the given name: {@code 司马} alone is taken for Si Ma, not for a person without given name.
     */
    static int lengthIn(String name) {
        for (int length = Math.min(LONGEST, name.length() - 1); length > 1; length--) {
            if (COMPOUND.contains(name.substring(0, length))) {
                return length;
            }
        }
        return name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
    }

    /** Pinyin of a surname, syllables parted by spaces; empty if its characters are read as they always are. */
    static String reading(String surname) {
        String compound = COMPOUND_READINGS.get(surname);
        return compound != null ? compound : READINGS.getOrDefault(surname, "");
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> pairs(String text) {
        String[] words = text.strip().split("\\s+", -1);
        var pairs = new HashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
