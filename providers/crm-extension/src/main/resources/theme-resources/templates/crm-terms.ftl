<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "crm-outside.ftl" as outside>
<#import "crm-progress.ftl" as progress>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("accepted"); section>
  <#if section = "header">
    ${msg("crm.onboarding.terms-title")}
  <#elseif section = "form">
    <@progress.bar/>
    <p>${msg("crm.onboarding.terms-text")}</p>
    <ul class="${properties.kcListClass!}">
      <#if crmTermsUrl??>
        <li><@outside.link id="crm-terms-link" url=crmTermsUrl label=msg("crm.onboarding.terms-link")/></li>
      </#if>
      <#if crmPrivacyUrl??>
        <li><@outside.link id="crm-privacy-link" url=crmPrivacyUrl label=msg("crm.onboarding.privacy-link")/></li>
      </#if>
    </ul>
    <p id="crm-terms-version" class="crm-note">${msg("crm.onboarding.terms-version", crmTermsVersion)}</p>
    <form id="crm-terms" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="version" value="${crmTermsVersion}">
      <div class="${properties.kcCheckboxClass!}">
        <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="accepted" name="accepted" value="on"<#if messagesPerField.existsError("accepted")> aria-invalid="true" aria-describedby="crm-error-accepted"</#if>>
        <label class="${properties.kcCheckboxLabelClass!}" for="accepted">${msg("crm.onboarding.terms-accept")}</label>
      </div>
      <@progress.error field="accepted"/>
      <@buttons.actionGroup>
        <@buttons.button id="crm-accept" name="accept" label="crm.onboarding.terms-continue"/>
        <@buttons.button id="crm-decline" name="decline" label="crm.onboarding.terms-decline" type="secondary"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
