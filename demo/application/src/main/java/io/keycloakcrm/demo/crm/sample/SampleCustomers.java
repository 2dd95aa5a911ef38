package io.keycloakcrm.demo.crm.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakcrm.demo.crm.CrmSettings;
import io.keycloakcrm.demo.crm.directory.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Fills an empty table at the start. */
@Component
final class SampleCustomers implements ApplicationRunner {

    private static final List<String> STAGES = List.of("NEW", "CONTACTED", "OFFERED", "WON", "LOST", "WON", "OFFERED");
    private static final int WITHOUT_REGION = 17;
    private static final int WITHOUT_OWNER = 23;

    private final CrmSettings settings;
    private final ObjectMapper json;
    private final Directory directory;
    private final JdbcTemplate jdbc;

    SampleCustomers(CrmSettings settings, ObjectMapper json, Directory directory, JdbcTemplate jdbc) {
        this.settings = settings;
        this.json = json;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        @Nullable Path file = settings.samples();
        if (file == null
                || !jdbc.queryForList("SELECT id FROM customer FETCH FIRST ROW ONLY")
                        .isEmpty()) {
            return;
        }
        SampleCompany company = json.readValue(file.toFile(), SampleCompany.class);
        company.departments().forEach(unit -> directory.meetDepartment(unit.id(), unit.path()));
        company.people().forEach(person -> directory.meet(person.id(), person.name()));
        jdbc.batchUpdate("""
                INSERT INTO customer (name, city, stage, amount, region, owner_id, department_id, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)""", rows(company));
    }

    private static List<Object[]> rows(SampleCompany company) {
        List<Object[]> rows = new ArrayList<>();
        for (SampleCompany.Seller seller : company.people()) {
            for (int i = 0; i < seller.customers(); i++) {
                rows.add(row(seller, rows.size()));
            }
        }
        return rows;
    }

    /** Some lack a region or an owner, as in every real list: data scopes have to be right about these too. */
    private static Object[] row(SampleCompany.Seller seller, int number) {
        String region = seller.regions().get(number % seller.regions().size());
        String city = SampleNames.city(region, number);
        return new @Nullable Object[] {
            SampleNames.company(city, number),
            city,
            STAGES.get(number % STAGES.size()),
            20_000 + number * 37_700 % 980_000,
            number % WITHOUT_REGION == 0 ? null : region,
            number % WITHOUT_OWNER == 0 ? null : seller.id(),
            seller.department()
        };
    }
}
