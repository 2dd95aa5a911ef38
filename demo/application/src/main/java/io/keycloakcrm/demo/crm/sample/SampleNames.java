package io.keycloakcrm.demo.crm.sample;

import java.util.List;
import java.util.Map;

/** Names of companies that do not exist, the same at every start: 20 words in 15 trades in the cities of a region. */
final class SampleNames {

    private static final Map<String, List<String>> CITIES = Map.of(
            "east", List.of("上海", "杭州", "苏州", "南京", "宁波", "合肥"),
            "south", List.of("深圳", "广州", "东莞", "佛山", "厦门", "南宁"),
            "north", List.of("北京", "天津", "济南", "青岛", "石家庄", "太原"),
            "west", List.of("成都", "重庆", "西安", "昆明", "贵阳", "兰州"));
    private static final List<String> WORDS = List.of(
            "恒信", "瑞达", "华远", "鼎盛", "博雅", "新源", "天合", "明德", "宏图", "安泰", "嘉禾", "凯旋", "润泽", "星海", "云峰", "正大", "锦程", "东方",
            "百川", "长青");
    private static final List<String> TRADES =
            List.of("机械", "电子科技", "医疗器械", "物流", "食品", "纺织", "建材", "化工", "软件", "教育咨询", "汽车零部件", "新能源", "包装", "环保", "贸易");
    private static final int STEP = 7;

    private SampleNames() {}

    static String city(String region, int number) {
        List<String> cities = CITIES.getOrDefault(region, List.of("香港"));
        return cities.get(number % cities.size());
    }

    /** Different for each of the first 300 numbers. */
    static String company(String city, int number) {
        String word = WORDS.get(number * STEP % WORDS.size());
        String trade = TRADES.get(number / WORDS.size() % TRADES.size());
        return city + word + trade + "有限公司";
    }
}
