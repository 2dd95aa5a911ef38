package io.keycloakcrm.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakcrm.tests.api.ApiResponse;
import io.keycloakcrm.tests.api.ImportApi;
import io.keycloakcrm.tests.api.RealmApi;
import io.keycloakcrm.tests.server.Crm;
import io.keycloakcrm.tests.server.WithKeycloak;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks are read like any other file of staff, and hostile ones do no harm. */
@WithKeycloak
final class ExcelWorkbookIT {

    private final RealmApi realm;

    ExcelWorkbookIT(Crm crm) {
        this.realm = crm.newRealm();
    }

    @Test
    void importsNumbersDatesAndTextAsPeopleSeeThem() throws IOException {
        ImportApi job = ImportApi.uploaded(realm, "staff.xlsx", workbook()).completed(ImportApi.UPSERT);

        assertThat(job.count("created")).isEqualTo(1);
        JsonNode member = realm.get("crm/staff?employeeNumber=007")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(member.path("displayName").asText()).isEqualTo("诸葛亮");
        assertThat(member.path("phoneNumber").asText()).isEqualTo("+8613979219825");
        assertThat(member.path("hireDate").asText()).isEqualTo("2016-09-13");
        assertThat(job.results()).contains("\"工号\",\"姓名\",\"手机\",\"入职日期\",\"crm_result\"");
    }

    private static byte[] workbook() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("员工");
            sheet.createRow(0).createCell(0).setCellValue("填写须知:带*号为必填项");
            Row header = sheet.createRow(1);
            header.createCell(0).setCellValue("工号");
            header.createCell(1).setCellValue("姓名");
            header.createCell(2).setCellValue("手机");
            header.createCell(3).setCellValue("入职日期");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("007");
            row.createCell(1).setCellValue("诸葛亮");
            row.createCell(2).setCellValue(13979219825d);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            row.createCell(3).setCellValue(LocalDate.of(2016, 9, 13));
            row.getCell(3).setCellStyle(day);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bigref", "dup_entry", "formula", "lol_sheet", "lol_sst", "xxe_sheet", "xxe_sst", "zipslip"})
    void refusesHostileWorkbooksWithoutATrace(String name) {
        int before = imports();

        ApiResponse answer = realm.client()
                .upload(realm.path("crm/imports"), name + ".xlsx", TestData.bytes("attacks/" + name + ".xlsx"));

        answer.expect(400);
        assertThat(answer.code()).startsWith("crm.import.");
        assertThat(imports()).isEqualTo(before);
    }

    private int imports() {
        return realm.get("crm/imports").expect(200).json().path("total").asInt();
    }
}
