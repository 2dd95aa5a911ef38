package io.keycloakcrm.demo;

record DemoAccount(String username, String password, String what) {}
