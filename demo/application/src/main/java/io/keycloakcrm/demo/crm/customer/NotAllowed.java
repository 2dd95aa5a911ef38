package io.keycloakcrm.demo.crm.customer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The person may know of it but not do this. The pages have no button for it, so somebody wrote the address himself. */
@ResponseStatus(HttpStatus.FORBIDDEN)
final class NotAllowed extends RuntimeException {}
