<#-- Keycloak's head asks these macros for styles, scripts and icons. After the styles come the realm's colours, and the realm bears its
     brand's name and logo, so that template.ftl stays Keycloak's own. The rest is as in the base theme. The name stands beside the
     logo, unseen, for the sanitizer drops an alt text with as much as an ampersand. -->
<#import "crm-brand.ftl" as brand>
<#function escaped text>
  <#return text?replace("&", "&amp;")?replace("<", "&lt;")?replace(">", "&gt;")?replace("\"", "&quot;")>
</#function>
<#if brand.logo()?has_content>
  <#global realm = realm + {"displayNameHtml": "<img src=\"" + escaped(brand.logo()) + "\" alt=\"\"><b>" + escaped(brand.name()) + "</b>"}>
<#elseif brand.attribute("name")?has_content>
  <#global realm = realm + {"displayNameHtml": escaped(brand.name())}>
</#if>

<#-- template.ftl of keycloak.v2 shows the name that was typed in a field of another id than its label names (WCAG 4.1.2). Fields are put
     together by one macro, which is told the right id here; a namespace is the same for all who import it. -->
<#import "field.ftl" as field>
<#assign plainGroup = field.group>
<#macro group name label error="" required=false>
  <#local content><#nested></#local>
  <#local shown = content?markup_string?contains('id="kc-attempted-username"')>
  <@plainGroup name=shown?then("kc-attempted-username", name) label=label error=error required=required>${content}</@plainGroup>
</#macro>
<#assign group = group in field>

<#macro renderStyles resources pathPrefix>
    <#list resources as resource>
        <link href="${pathPrefix}/${resource.path}" rel="stylesheet"<#if resource.media?has_content> media="${resource.media}"</#if><#if resource.integrity?has_content> integrity="${resource.integrity}"</#if><#if resource.crossorigin?has_content> crossorigin="${resource.crossorigin}"</#if> />
    </#list>
    <@brand.style/>
</#macro>

<#macro renderScripts resources pathPrefix defaultScriptType="">
    <#list resources as resource>
        <script src="${pathPrefix}/${resource.path}"<#if resource.type?has_content> type="${resource.type}"<#elseif defaultScriptType?has_content> type="${defaultScriptType}"</#if><#if resource.integrity?has_content> integrity="${resource.integrity}"</#if><#if resource.crossorigin?has_content> crossorigin="${resource.crossorigin}"</#if><#if resource.hasDefer()> defer</#if><#if resource.hasAsync()> async</#if><#if resource.blocking?has_content> blocking="${resource.blocking}"</#if>></script>
    </#list>
</#macro>

<#macro renderFavicons resources pathPrefix>
    <#list resources as resource>
        <link rel="${resource.rel!"icon"}"<#if resource.type?has_content> type="${resource.type}"</#if> href="${pathPrefix}/${resource.path}"<#if resource.media?has_content> media="${resource.media}"</#if> />
    </#list>
</#macro>
