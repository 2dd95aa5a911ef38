package io.keycloakcrm.demo.crm.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.demo.crm.directory.Directory;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** “What may I do?” */
@Controller
final class AccessController {

    private final Directory directory;
    private final MessageSource texts;
    private final ObjectWriter json;

    AccessController(Directory directory, MessageSource texts, ObjectMapper json) {
        this.directory = directory;
        this.texts = texts;
        this.json = json.writerWithDefaultPrettyPrinter();
    }

    @GetMapping("/access")
    String page(CrmAccess access, Locale locale, Model model) throws JsonProcessingException {
        model.addAttribute("rights", new Words(texts, locale, directory.departmentPaths()).of(access));
        model.addAttribute("json", json.writeValueAsString(access.claim().toMap()));
        return "access";
    }
}
