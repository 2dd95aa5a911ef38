package io.keycloakcrm.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The file offered to people who have none yet.
 *
 * @param header in the language of the reader; an upload of it is mapped without a question
 * @param example a row that shows how to write what
 */
public record ImportTemplate(List<String> header, List<String> example) {

    private static final ImportTemplate ZH_CN = of("""
            工号,姓名,邮箱,手机号,用户名,部门,是否部门主管,职位,昵称,直属上级,入职日期,员工状态,角色,是否启用,生效日期,失效日期
            GH01001,周超平,zhou@example.com,+8613979219825,zhoucp,销售部/华东区;市场部,否,客户经理,小周,GH01000,2025-03-14,在职,sales-rep,是,2025-03-14,2027-12-31
            """);

    private static final ImportTemplate ZH_TW = of("""
            工號,姓名,電子郵件,手機號碼,使用者名稱,部門,是否部門主管,職位,暱稱,直屬上級,到職日期,員工狀態,角色,是否啟用,生效日期,失效日期
            GH01001,周超平,zhou@example.com,+886912345678,zhoucp,業務部/北區;行銷部,否,客戶經理,小周,GH01000,2025-03-14,在職,sales-rep,是,2025-03-14,2027-12-31
            """);

    private static final ImportTemplate EN = of("""
            Employee number,First name,Last name,Email,Phone number,Username,Department,Department head,Position,Nickname,Manager,Hire date,Employment status,Roles,Enabled,Valid from,Valid until
            GH01001,Anna,Zhou,zhou@example.com,+33618075666,annaz,Sales/EMEA;Marketing,no,Account manager,Annie,GH01000,2025-03-14,active,sales-rep,yes,2025-03-14,2027-12-31
            """);

    public ImportTemplate {
        header = List.copyOf(header);
        example = List.copyOf(example);
    }

    /**
     * The template in a language, simplified and traditional Chinese told apart; English where there is no other.
     *
     * @param ownAttributes names of the realm's own attributes, added as further columns
     */
    public static ImportTemplate of(Locale locale, List<String> ownAttributes) {
        ImportTemplate template = in(locale);
        var header = new ArrayList<>(template.header);
        var example = new ArrayList<>(template.example);
        header.addAll(ownAttributes);
        ownAttributes.forEach(name -> example.add(""));
        return new ImportTemplate(header, example);
    }

    private static ImportTemplate in(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return EN;
        }
        boolean traditional =
                locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? ZH_TW : ZH_CN;
    }

    private static ImportTemplate of(String lines) {
        List<List<String>> rows =
                lines.lines().map(line -> List.of(line.split(",", -1))).toList();
        return new ImportTemplate(rows.get(0), rows.get(1));
    }
}
