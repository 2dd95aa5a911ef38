package io.keycloakcrm.demo.crm.report;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.demo.crm.customer.CustomerSums;
import io.keycloakcrm.demo.crm.customer.DepartmentSum;
import io.keycloakcrm.demo.crm.file.CsvFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The report by department, on the screen and as a file. */
@Controller
final class ReportsController {

    private static final String MODULE = "report";

    private final CustomerSums sums;

    ReportsController(CustomerSums sums) {
        this.sums = sums;
    }

    @GetMapping("/reports")
    String byDepartment(CrmAccess access, Model model) {
        require(access, "view");
        List<DepartmentSum> rows = sums.byDepartment(access.scope(MODULE, "view"));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "customers", rows.stream().mapToInt(DepartmentSum::customers).sum());
        model.addAttribute("amount", rows.stream().map(DepartmentSum::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.addAttribute("won", rows.stream().map(DepartmentSum::won).reduce(BigDecimal.ZERO, BigDecimal::add));
        return "reports";
    }

    @GetMapping("/reports.csv")
    void export(CrmAccess access, HttpServletResponse response) throws IOException {
        require(access, "view");
        require(access, "export");
        List<DepartmentSum> rows = sums.byDepartment(access.scope(MODULE, "view"), access.scope(MODULE, "export"));
        var file = CsvFile.begin(response, "report.csv", "department", "customers", "amount", "won");
        rows.forEach(row -> file.add(row.department(), row.customers(), row.amount(), row.won()));
    }

    private static void require(CrmAccess access, String operation) {
        if (!access.permits(MODULE, operation)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
