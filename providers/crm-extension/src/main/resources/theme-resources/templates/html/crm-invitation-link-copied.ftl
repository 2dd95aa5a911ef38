<#import "template.ftl" as layout>
<#import "crm-parts.ftl" as parts>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p>${msg("crm.mail.copied", company)}</p>
<@parts.note>${msg("crm.mail.copied-unexpected")}</@parts.note>
</@layout.emailLayout>
