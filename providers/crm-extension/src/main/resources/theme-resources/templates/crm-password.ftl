<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "crm-progress.ftl" as progress>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
  <#if section = "header">
    ${msg("crm.onboarding.password-title")}
  <#elseif section = "form">
    <@progress.bar/>
    <p>${msg("crm.onboarding.password-text")}</p>
    <#if crmRules?has_content>
      <p id="crm-rules-title">${msg("crm.onboarding.password-rules")}</p>
      <ul id="crm-rules" class="${properties.kcListClass!}" aria-labelledby="crm-rules-title">
        <#list crmRules as rule>
          <li>${msg(rule.code, rule.number)}</li>
        </#list>
      </ul>
    </#if>
    <form id="crm-password" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <#-- For password managers, which want to know whose it is. -->
      <input type="text" name="username" value="${crmUsername}" autocomplete="username" readonly hidden>
      <@field.password name="password-new" fieldName="password" label=msg("passwordNew") autocomplete="new-password" autofocus=true/>
      <#-- Shown by the script alone; without it the rules above say enough. -->
      <div id="crm-strength" hidden
           data-weak="${msg("crm.onboarding.strength-weak")}" data-fair="${msg("crm.onboarding.strength-fair")}"
           data-good="${msg("crm.onboarding.strength-good")}" data-strong="${msg("crm.onboarding.strength-strong")}">
        <meter id="crm-strength-meter" min="0" max="4" low="2" high="3" optimum="4" value="0" aria-label="${msg("crm.onboarding.strength")}"></meter>
        <span id="crm-strength-text" aria-live="polite"></span>
      </div>
      <@field.password name="password-confirm" label=msg("crm.onboarding.password-again") autocomplete="new-password"/>
      <@buttons.actionGroup>
        <@buttons.button id="crm-save" label="crm.onboarding.password-save"/>
      </@buttons.actionGroup>
    </form>
    <#if crmPasskey>
      <form id="crm-passkey" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
        <p>${msg("crm.onboarding.passkey-text")}</p>
        <input type="hidden" name="passkey" value="wanted">
        <@buttons.actionGroup>
          <@buttons.button id="crm-use-passkey" label="crm.onboarding.passkey" type="secondary"/>
        </@buttons.actionGroup>
        <p class="crm-note">${msg("crm.onboarding.passkey-hint")}</p>
      </form>
    </#if>
    <script type="module" src="${url.resourcesPath}/js/crm-password-strength.js"></script>
  </#if>
</@layout.registrationLayout>
