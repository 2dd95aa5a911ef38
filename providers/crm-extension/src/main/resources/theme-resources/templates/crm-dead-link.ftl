<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg((ask = "ASKED")?then("crm.invitation.asked-title", "crm.invitation.dead-title"))}
  <#elseif section = "form">
    <#if ask = "ASKED">
      <p id="crm-asked" role="status">${msg("crm.invitation.asked-text")}</p>
    <#elseif ask = "TOO_OFTEN">
      <p id="crm-asked-too-often" role="alert">${msg("crm.invitation.asked-too-often")}</p>
    <#else>
      <p id="crm-dead-link">${msg("crm.invitation.dead-text")}</p>
      <#-- Without an action the form goes to the address of the page, which says which link it was. -->
      <form id="crm-new-link" class="${properties.kcFormClass!}"<#if ask = "BY_ADDRESS"> action="${url.loginAction}"</#if> method="post">
        <input type="hidden" name="ask" value="new-link">
        <@field.group name="email" label=msg("crm.invitation.ask-address")>
          <span class="${properties.kcInputClass!}">
            <input id="email" name="email" type="email" autocomplete="email" maxlength="255" aria-describedby="crm-ask-hint"<#if ask = "BY_ADDRESS"> required</#if>>
          </span>
          <div class="${properties.kcFormHelperTextClass!}" id="crm-ask-hint">
            <#if ask = "BY_ADDRESS">${msg("crm.invitation.ask-address-hint")}<#else>${msg("crm.invitation.ask-link-hint")}</#if>
          </div>
        </@field.group>
        <@buttons.actionGroup>
          <@buttons.button id="crm-ask" label="crm.invitation.ask"/>
        </@buttons.actionGroup>
      </form>
    </#if>
  </#if>
</@layout.registrationLayout>
