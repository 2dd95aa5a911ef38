package io.keycloakcrm.demo.crm;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser that keeps its session. */
record Browser(MockMvc mvc, MockHttpSession session) {

    Page get(String path) {
        return send(MockMvcRequestBuilders.get(URI.create(path)));
    }

    /** Sends the form of a page of ours. */
    Page post(String path, String... fields) {
        return send(form(path, fields).with(csrf()));
    }

    /** Sends the form of somebody else's page. */
    Page forge(String path, String... fields) {
        return send(form(path, fields));
    }

    private static MockHttpServletRequestBuilder form(String path, String... fields) {
        var form = MockMvcRequestBuilders.post(URI.create(path));
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private Page send(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request.session(session)).andReturn().getResponse();
            return new Page(response.getStatus(), response.getContentAsString(), response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
