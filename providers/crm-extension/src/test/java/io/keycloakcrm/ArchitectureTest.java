package io.keycloakcrm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.Comparator;
import java.util.List;
import org.keycloak.provider.ProviderFactory;

/** The law of the house: rooms depend in one direction, and each kind of class does its own kind of work. */
@AnalyzeClasses(packages = "io.keycloakcrm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up; a room may use those before it and none after it. */
    private static final List<String> ROOMS = List.of(
            "claims",
            "jpa",
            "background",
            "rest",
            "brand",
            "outbox",
            "staff",
            "access",
            "invitation",
            "lifecycle",
            "imports",
            "setup");

    @ArchTest
    static final ArchRule roomsDependDownwardsOnly = downwards();

    private static ArchRule downwards() {
        var layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            layers = layers.layer(room).definedBy("io.keycloakcrm." + room + "..");
        }
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> above = ROOMS.subList(i + 1, ROOMS.size());
            layers = above.isEmpty()
                    ? layers.whereLayer(ROOMS.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(ROOMS.get(i)).mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
        }
        return layers;
    }

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("io.keycloakcrm.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyRoomIsKnownToThisLaw = classes()
            .that()
            .resideInAPackage("io.keycloakcrm..")
            .should()
            .resideInAnyPackage(
                    ROOMS.stream().map(room -> "io.keycloakcrm." + room + "..").toArray(String[]::new));

    @ArchTest
    static final ArchRule readersAndMappingsKnowNoKeycloak = noClasses()
            .that()
            .resideInAnyPackage("io.keycloakcrm.imports.file..", "io.keycloakcrm.imports.mapping..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.keycloak..").or(resideInAPackage("jakarta..")));

    @ArchTest
    static final ArchRule onlyRepositoriesTouchTheDatabase = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .doNotHaveSimpleName("DatabaseClock") // asks the time, no table
            .and()
            .doNotHaveSimpleName("DirectInserts") // how, not what
            .and()
            .haveNameNotMatching(".*\\.TableStatistics(\\$.*)?") // counts any table
            .should()
            .dependOnClassesThat(equivalentTo(EntityManager.class));

    @ArchTest
    static final ArchRule everyEndpointAuthorisesBeforeAnythingElse = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.keycloakcrm.rest..")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("BrandResource") // shows what the login page shows
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("ClaimSchemaResource") // says the same to everybody
            .should(authoriseFirst());

    private static ArchCondition<JavaMethod> authoriseFirst() {
        return new ArchCondition<>("call a require… method before any other") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean first = method.getMethodCallsFromSelf().stream()
                        .filter(call -> !isWayToTheCheck(call))
                        .min(Comparator.comparingInt(JavaMethodCall::getLineNumber))
                        .filter(call -> call.getName().startsWith("require"))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        method, first, method.getFullName() + " in " + method.getSourceCodeLocation()));
            }

            private boolean isWayToTheCheck(JavaMethodCall call) {
                return List.of("auth", "users", "groups", "realm", "clients", "roles")
                        .contains(call.getName());
            }
        };
    }

    @ArchTest
    static final ArchRule nobodySleepsOrPrints = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobodyLeavesAResultStreamEarly = methods().should(readStreamsToTheEnd());

    private static ArchCondition<JavaMethod> readStreamsToTheEnd() {
        return new ArchCondition<>("read streams of results to their end, or their rows stay until the session ends") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean streams = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("getResultStream")
                                && call.getTargetOwner().getPackageName().equals("jakarta.persistence"));
                boolean leaves = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> List.of("findFirst", "findAny", "anyMatch", "limit")
                                .contains(call.getName()));
                events.add(new SimpleConditionEvent(
                        method, !(streams && leaves), method.getFullName() + " in " + method.getSourceCodeLocation()));
            }
        };
    }

    @ArchTest
    static final ArchRule nobodyUsesOldDates =
            noClasses().should().dependOnClassesThat(equivalentTo(java.util.Date.class));

    @ArchTest
    static final ArchRule factoriesAreWhatKeycloakSees = classes()
            .that()
            .implement(ProviderFactory.class)
            .and(not(JavaClass.Predicates.INTERFACES))
            .should()
            .bePublic()
            .andShould()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    @ArchTest
    static final ArchRule resourcesStayAtHome = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate();
}
