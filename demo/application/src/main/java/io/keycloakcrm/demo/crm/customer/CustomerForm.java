package io.keycloakcrm.demo.crm.customer;

import io.keycloakcrm.claims.CrmAccess;
import io.keycloakcrm.claims.Department;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the person filled in, as text. */
record CustomerForm(
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String city,
        @Nullable String stage,
        @Nullable String amount,
        @Nullable String region,
        @Nullable String owner,
        @Nullable String department) {

    private static final int LONGEST = 100;
    private static final int LONGEST_ID = 64;
    private static final int MOST_DIGITS = 12;

    /** A new customer belongs to whoever adds it, and to that person's department. */
    static CustomerForm blank(CrmAccess access) {
        @Nullable Department own = access.claim().department();
        return new CustomerForm(0, "", "", Stage.NEW.name(), "", "", access.subject(), own == null ? "" : own.id());
    }

    static CustomerForm of(Customer customer) {
        Facts facts = customer.facts();
        return new CustomerForm(
                customer.version(),
                facts.name(),
                facts.city(),
                facts.stage().name(),
                facts.amount().toPlainString(),
                text(facts.region()),
                text(facts.owner()),
                text(facts.department()));
    }

    /** Who may not assign has no fields for it; then the customer stays where the other form has it. */
    CustomerForm orAssignedAs(CustomerForm other) {
        return owner == null && department == null
                ? new CustomerForm(version, name, city, stage, amount, region, other.owner, other.department)
                : this;
    }

    /** Fields that cannot be taken, each with the key of the text that says why; empty if all can. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        Map.of("name", text(name), "city", text(city)).forEach((field, value) -> {
            if (value.isEmpty() || value.length() > LONGEST) {
                problems.put(field, "form.problem.text");
            }
        });
        if (chosenStage().isEmpty()) {
            problems.put("stage", "form.problem.choice");
        }
        if (!text(region).isEmpty()
                && Stream.of(Region.values()).noneMatch(known -> known.id().equals(region))) {
            problems.put("region", "form.problem.choice");
        }
        Map.of("owner", text(owner), "department", text(department)).forEach((field, id) -> {
            if (id.length() > LONGEST_ID) {
                problems.put(field, "form.problem.choice");
            }
        });
        if (readAmount().isEmpty()) {
            problems.put("amount", "form.problem.amount");
        }
        return problems;
    }

    /** Only where there are no problems. */
    Facts facts() {
        return new Facts(
                text(name),
                text(city),
                chosenStage().orElseThrow(),
                readAmount().orElseThrow(),
                textOrNull(region),
                textOrNull(owner),
                textOrNull(department));
    }

    private Optional<Stage> chosenStage() {
        return Arrays.stream(Stage.values())
                .filter(known -> known.name().equals(stage))
                .findFirst();
    }

    private Optional<BigDecimal> readAmount() {
        String plain = text(amount).replace(",", "");
        return plain.matches("[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }
}
