package io.keycloakcrm.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The company as a file to upload. */
final class StaffCsv {

    private static final String HEADER = "工号,姓,名,邮箱,昵称,职位,手机号,入职日期,部门,角色";

    private StaffCsv() {}

    /** UTF-8, without quotes: no cell needs them. */
    static Path written(Path directory, int rows) throws IOException {
        Path file = directory.resolve("staff-" + rows + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\r\n");
            for (int number = 0; number < rows; number++) {
                out.write(line(new Person(number)) + "\r\n");
            }
        }
        return file;
    }

    private static String line(Person person) {
        return String.join(
                ",",
                person.employeeNumber(),
                person.lastName(),
                person.firstName(),
                person.email(),
                person.nickname(),
                person.position(),
                person.phoneNumber(),
                person.hireDate(),
                person.department(),
                String.join(";", person.roles()));
    }
}
