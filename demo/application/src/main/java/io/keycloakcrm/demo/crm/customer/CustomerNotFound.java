package io.keycloakcrm.demo.crm.customer;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** No such customer, or none that the person may see: the answer must not tell the two apart. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class CustomerNotFound extends RuntimeException {}
