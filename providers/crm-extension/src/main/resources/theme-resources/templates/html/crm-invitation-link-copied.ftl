<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p>${msg("crm.mail.copied", company)}</p>
<p>${msg("crm.mail.copied-unexpected")}</p>
</@layout.emailLayout>
