package io.keycloakcrm.demo.crm.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page without a sign-in, so that signing out ends somewhere. */
@Controller
final class SignedOutController {

    static final String PATH = "/signed-out";

    @GetMapping(PATH)
    String page(@RequestParam(defaultValue = "no") String failed, Model model) {
        model.addAttribute("failed", !failed.equals("no"));
        return "signed-out";
    }
}
