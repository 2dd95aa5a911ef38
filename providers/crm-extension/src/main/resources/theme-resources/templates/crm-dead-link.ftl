<#import "crm-page.ftl" as page>
<@page.layout title=msg((ask = "ASKED")?then("crm.invitation.asked-title", "crm.invitation.dead-title"))>
  <#if ask = "ASKED">
    <p id="crm-asked" role="status">${msg("crm.invitation.asked-text")}</p>
  <#elseif ask = "TOO_OFTEN">
    <p id="crm-asked-too-often" role="alert">${msg("crm.invitation.asked-too-often")}</p>
  <#else>
    <p id="crm-dead-link">${msg("crm.invitation.dead-text")}</p>
    <#-- Without an action the form goes to the address of the page, which says which link it was. -->
    <form id="crm-new-link" class="${properties.kcFormClass!}"<#if ask = "BY_ADDRESS"> action="${url.loginAction}"</#if> method="post">
      <input type="hidden" name="ask" value="new-link">
      <div class="pf-v5-c-form__group">
        <label class="pf-v5-c-form__label" for="email"><span class="pf-v5-c-form__label-text">${msg("crm.invitation.ask-address")}</span></label>
        <span class="pf-v5-c-form-control">
          <input id="email" name="email" type="email" autocomplete="email" maxlength="255" aria-describedby="crm-ask-hint"<#if ask = "BY_ADDRESS"> required</#if>>
        </span>
        <div class="pf-v5-c-form__helper-text" id="crm-ask-hint">
          <#if ask = "BY_ADDRESS">${msg("crm.invitation.ask-address-hint")}<#else>${msg("crm.invitation.ask-link-hint")}</#if>
        </div>
      </div>
      <button class="pf-v5-c-button pf-m-primary pf-m-block" id="crm-ask" type="submit">${msg("crm.invitation.ask")}</button>
    </form>
  </#if>
</@page.layout>
