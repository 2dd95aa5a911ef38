package io.keycloakcrm.demo.crm;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A test on the whole application with 80 customers, signed in at a {@link FakeKeycloak}; what it writes is rolled back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:customers;DB_CLOSE_DELAY=-1",
            "crm.samples=src/test/resources/company.json",
            "CRM_CLIENT_SECRET=" + FakeKeycloak.SECRET
        })
@AutoConfigureMockMvc
@Import(ApplicationTest.Beans.class)
@Transactional
@interface ApplicationTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Beans {

        @Bean
        FakeKeycloak keycloak() throws IOException, JOSEException {
            return new FakeKeycloak();
        }

        @Bean
        DynamicPropertyRegistrar issuer(FakeKeycloak keycloak) {
            return properties -> properties.add("crm.issuer", keycloak::issuer);
        }

        @Bean
        Visit visit(MockMvc mvc, FakeKeycloak keycloak) {
            return new Visit(mvc, keycloak);
        }
    }
}
