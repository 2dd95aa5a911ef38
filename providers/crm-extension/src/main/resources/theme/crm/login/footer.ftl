<#import "crm-brand.ftl" as brand>
<#macro content>
<@brand.support/>
</#macro>
