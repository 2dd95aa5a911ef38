package io.keycloakcrm.imports.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up staff of one script. */
enum RandomStaff {
    SIMPLIFIED(
            "工号,姓名,部门,职位,邮箱",
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 欧阳 司马 闫 覃",
            "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀霞 平刚 桂英 建华 玉萍 晓红 鑫 琳 浩宇 梓涵",
            "销售部/华东区 财务部 市场部/品牌组 客户支持 研发中心",
            "销售代表 经理 专员 工程师"),
    TRADITIONAL(
            "工號,姓名,部門,職位,電子郵件",
            "王 李 張 劉 陳 楊 趙 黃 周 吳 徐 孫 胡 朱 高 林 何 郭 馬 羅 梁 宋 鄭 謝 韓 唐 馮 歐陽 司馬",
            "偉 芳 娜 敏 靜 麗 強 磊 軍 洋 勇 豔 傑 娟 濤 明 超 秀霞 平剛 桂英 建華 玉萍 曉紅 鑫 琳 浩宇 淑芬",
            "銷售部/華東區 財務部 市場部/品牌組 客戶支援 研發中心",
            "銷售代表 經理 專員 工程師"),
    /** Names with characters that take four bytes in GB18030, among ordinary ones. */
    RARE(SIMPLIFIED.heading, SIMPLIFIED.family, "伟 芳 㛃 㐂 𠮷 䶮 建𬭎 磊 涛", SIMPLIFIED.departments, SIMPLIFIED.positions),
    LATIN(
            "number,name,department,position,email",
            "Müller García Lefèvre Öztürk Ångström Strauß Große O'Brien Núñez Çelik Ärzt Øst Smith Übel Æbelø",
            "Zoë José François Jürgen Søren Ana Jean-Luc Núria Håkon Siân",
            "Sales/EMEA Finance Vertrieb/Süd Qualité Atención",
            "Geschäftsführer Ingénieur Director Représentant");

    private final String heading;
    private final String family;
    private final String given;
    private final String departments;
    private final String positions;

    RandomStaff(String heading, String family, String given, String departments, String positions) {
        this.heading = heading;
        this.family = family;
        this.given = given;
        this.departments = departments;
        this.positions = positions;
    }

    Text text(Random random, int rows) {
        StringBuilder csv = new StringBuilder(heading).append("\r\n");
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String space = this == LATIN ? " " : "";
            List<String> row = List.of(
                    "GH" + (1000 + i),
                    any(family, random) + space + any(given, random),
                    any(departments, random),
                    any(positions, random),
                    "staff" + i + "@acme.example");
            cells.add(row);
            csv.append(String.join(",", row)).append("\r\n");
        }
        return new Text(csv.toString(), cells);
    }

    private static String any(String choices, Random random) {
        String[] all = choices.split(" ", -1);
        return all[random.nextInt(all.length)];
    }

    record Text(String csv, List<List<String>> rows) {}
}
