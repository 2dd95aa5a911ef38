package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.demo.crm.file.CsvFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list, on the screen and as a file. */
@Controller
final class CustomersController {

    private final CustomerBook book;

    CustomersController(CustomerBook book) {
        this.book = book;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/customers";
    }

    @GetMapping("/customers")
    String list(CrmAccess access, @ModelAttribute("search") CustomerSearch search, Model model) {
        model.addAttribute("page", book.search(access, search));
        model.addAttribute("stages", Stage.values());
        return "customers";
    }

    @GetMapping("/customers.csv")
    void export(CrmAccess access, @ModelAttribute("search") CustomerSearch search, HttpServletResponse response)
            throws IOException {
        List<Customer> customers = book.exportable(access, search);
        var file = CsvFile.begin(
                response, "customers.csv", "name", "city", "region", "department", "owner", "stage", "amount");
        customers.forEach(customer -> file.add(
                customer.facts().name(),
                customer.facts().city(),
                customer.facts().region(),
                customer.department() == null ? null : customer.department().path(),
                customer.owner() == null ? null : customer.owner().name(),
                customer.facts().stage(),
                customer.facts().amount()));
    }
}
