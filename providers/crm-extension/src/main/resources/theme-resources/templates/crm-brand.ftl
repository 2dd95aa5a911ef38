<#-- The brand of a realm, out of its attributes (ADR 24). Read by pages only; mails are given a bean. -->
<#function attribute name>
  <#return (realm.getAttribute("crm.brand." + name)!"")?trim>
</#function>

<#-- Below the path of this server, whatever it is mounted on. -->
<#function path name>
  <#return url.resourcesPath?keep_before("/resources/") + "/realms/" + realm.name?url("UTF-8") + "/crm/brand/" + name>
</#function>

<#function name>
  <#return attribute("name")?has_content?then(attribute("name"), realm.displayName!realm.name)>
</#function>

<#function logo>
  <#local set = attribute("logo")>
  <#if set?starts_with("https://")>
    <#return set>
  </#if>
  <#return set?starts_with("data:")?then(path("logo"), "")>
</#function>

<#-- The brand's colours, asked for again as soon as the colour is another. -->
<#macro style>
  <#local color = attribute("color")>
  <#if color?matches("#[0-9a-fA-F]{6}")>
    <link rel="stylesheet" href="${path("style.css")}?v=${color?substring(1)?lower_case}">
  </#if>
</#macro>

<#macro support>
  <#local contact = attribute("support")>
  <#if contact?starts_with("https://")>
    <div class="crm-foot">${msg("crm.brand.questions")} <a href="${contact}" rel="noreferrer">${contact?remove_beginning("https://")}</a></div>
  <#elseif contact?matches(r"[^\s:@/?&]+@[^\s:@/?&]+")>
    <div class="crm-foot">${msg("crm.brand.questions")} <a href="mailto:${contact}">${contact}</a></div>
  </#if>
</#macro>
