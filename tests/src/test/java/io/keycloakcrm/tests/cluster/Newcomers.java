package io.keycloakcrm.tests.cluster;

import io.keycloakcrm.tests.api.Csv;
import java.util.Locale;

/** People whom no realm knows yet; every tenth names a manager, so that a job has all of its phases. */
record Newcomers(String prefix, int count) {

    byte[] file() {
        Csv file = Csv.withHeader("工号", "姓名", "邮箱", "部门", "职务", "直属上级");
        for (int i = 0; i < count; i++) {
            file.row(
                    number(i),
                    "王" + (char) ('一' + i % 97) + (char) ('丁' + i % 89),
                    email(i),
                    department(i),
                    "销售代表",
                    i % 10 == 1 ? number(i - 1) : "");
        }
        return file.bytes();
    }

    private String number(int i) {
        return "%s%05d".formatted(prefix, i);
    }

    private String email(int i) {
        return number(i).toLowerCase(Locale.ROOT) + domain();
    }

    private static String department(int i) {
        return "销售部/华东区/" + (i % 5 + 1) + "组";
    }

    /** Of all their e-mail addresses. */
    static String domain() {
        return "@newcomers.example";
    }
}
