package io.keycloakcrm.benchmarks;

import java.time.LocalDate;
import java.util.List;

/**
 * One seat of the company that every way in brings into its realm: five attributes, two roles, one department.
 *
 * @param number from 0; everything else follows from it
 */
record Person(int number) {

    private static final List<String> FAMILIES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "欧阳");
    private static final List<String> GIVEN =
            List.of("小明", "丽华", "建国", "志强", "秀英", "伟", "芳", "娜", "静怡", "子轩", "雨桐", "浩然");
    private static final List<String> POSITIONS = List.of("销售代表", "高级销售代表", "客户经理", "区域经理", "市场专员", "客服专员", "财务专员");
    /** All that somebody has. */
    static final List<String> ROLES = List.of(
            "sales-director", "sales-manager", "sales-rep", "marketing-specialist", "customer-support", "finance");

    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 5);

    String employeeNumber() {
        return "GH%07d".formatted(number);
    }

    String email() {
        return "staff%07d@acme.example".formatted(number);
    }

    String lastName() {
        return FAMILIES.get(number % FAMILIES.size());
    }

    String firstName() {
        return GIVEN.get(number % GIVEN.size());
    }

    String nickname() {
        return "Nick" + number % 997;
    }

    String position() {
        return POSITIONS.get(number % POSITIONS.size());
    }

    /** E.164, of a mobile network in China. */
    String phoneNumber() {
        return "+86138%08d".formatted(number);
    }

    String hireDate() {
        return FIRST_DAY.plusDays(number % 4000).toString();
    }

    List<String> roles() {
        return List.of(ROLES.get(number % ROLES.size()), ROLES.get((number + 1) % ROLES.size()));
    }

    /** Path of the department. */
    String department() {
        return CompanyDepartments.PATHS.get(number % CompanyDepartments.PATHS.size());
    }
}
