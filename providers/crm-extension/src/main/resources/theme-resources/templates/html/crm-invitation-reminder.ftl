<#import "template.ftl" as layout>
<#import "crm-parts.ftl" as parts>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p>${msg("crm.mail.waiting", company)}</p>
<@parts.button url=link label=msg("crm.mail.begin") />
<p>${msg("crm.mail.valid", linkExpirationFormatter(minutes))}<br>${msg("crm.mail.personal")}</p>
<@parts.note>${msg("crm.mail.address-bar")}<br>${link}</@parts.note>
<@parts.note>${msg("crm.mail.unexpected")}</@parts.note>
</@layout.emailLayout>
