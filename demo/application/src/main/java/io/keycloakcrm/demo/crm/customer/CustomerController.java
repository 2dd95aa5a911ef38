package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.demo.crm.directory.Directory;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One customer: looked at, added, changed, deleted. */
@Controller
@RequestMapping("/customers")
final class CustomerController {

    private final CustomerBook book;
    private final Directory directory;

    CustomerController(CustomerBook book, Directory directory) {
        this.book = book;
        this.directory = directory;
    }

    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView show(CrmAccess access, @PathVariable long id) {
        return new ModelAndView("customer", Map.of("customer", book.show(access, id)));
    }

    @GetMapping("/new")
    ModelAndView blank(CrmAccess access) {
        book.requireMayAdd(access);
        return form(CustomerForm.blank(access), access.permits(CustomerBook.MODULE, "assign"));
    }

    @PostMapping("/new")
    ModelAndView add(CrmAccess access, @ModelAttribute("form") CustomerForm filled) {
        book.requireMayAdd(access);
        boolean assigns = access.permits(CustomerBook.MODULE, "assign");
        CustomerForm form = filled.orAssignedAs(CustomerForm.blank(access));
        if (!form.problems().isEmpty()) {
            return form(form, assigns).addObject("problems", form.problems());
        }
        try {
            return new ModelAndView("redirect:/customers/" + book.add(access, form.facts()));
        } catch (Refused e) {
            return refused(form(form, assigns), e);
        }
    }

    @GetMapping("/{id:\\d{1,18}}/edit")
    ModelAndView edit(CrmAccess access, @PathVariable long id) {
        Customer customer = book.take(access, id, "edit");
        return form(CustomerForm.of(customer), book.mayAssign(access, customer.facts()))
                .addObject("customer", customer);
    }

    @PostMapping("/{id:\\d{1,18}}/edit")
    ModelAndView change(CrmAccess access, @PathVariable long id, @ModelAttribute("form") CustomerForm filled) {
        Customer customer = book.take(access, id, "edit");
        boolean assigns = book.mayAssign(access, customer.facts());
        CustomerForm form = filled.orAssignedAs(CustomerForm.of(customer));
        ModelAndView again = form(form, assigns).addObject("customer", customer);
        if (!form.problems().isEmpty()) {
            return again.addObject("problems", form.problems());
        }
        try {
            book.change(access, id, Objects.requireNonNullElse(form.version(), -1), form.facts());
            return new ModelAndView("redirect:/customers/" + id);
        } catch (Refused e) {
            return refused(again, e);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/delete")
    ModelAndView delete(CrmAccess access, @PathVariable long id) {
        book.delete(access, id);
        return new ModelAndView("redirect:/customers");
    }

    private ModelAndView form(CustomerForm form, boolean assigns) {
        return new ModelAndView("customer-form")
                .addObject("form", form)
                .addObject("assigns", assigns)
                .addObject("problems", Map.of())
                .addObject("stages", Stage.values())
                .addObject("regions", Region.values())
                .addObject("people", directory.people())
                .addObject("departments", directory.departments());
    }

    private static ModelAndView refused(ModelAndView form, Refused refused) {
        form.addObject("refused", "form.refused." + refused.reason());
        form.setStatus(refused.reason() == Refused.Reason.OUT_OF_REACH ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT);
        return form;
    }
}
