<#-- A page before anybody has begun to sign in: no script, one stylesheet, under any login theme. -->
<#import "crm-brand.ftl" as brand>
<#macro layout title>
<!DOCTYPE html>
<html lang="${lang}"<#if locale??> dir="${locale.rtl?then('rtl', 'ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="color-scheme" content="light${(darkMode!true)?then(' dark', '')}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="referrer" content="no-referrer">
  <meta name="robots" content="noindex, nofollow">
  <title>${title} · ${brand.name()}</title>
  <link rel="icon" href="${url.resourcesPath}/crm/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${url.resourcesPath}/crm/crm.css">
  <@brand.style/>
</head>
<body>
<div class="crm-page">
  <div class="crm-frame">
    <header class="crm-bar">
      <div class="crm-brand"><#if brand.logo()?has_content><img src="${brand.logo()}" alt="${brand.name()}" referrerpolicy="no-referrer"><#else>${brand.name()}</#if></div>
    </header>
    <main class="crm-card">
      <h1>${title}</h1>
      <#if message?has_content>
        <div class="pf-v5-c-alert pf-m-${(message.type = 'error')?then('danger', message.type)}" role="status">
          <span class="pf-v5-c-alert__title">${message.summary}</span>
        </div>
      </#if>
      <#nested>
    </main>
    <footer class="crm-foot">
      <@brand.support/>
      <#if locale?? && locale.supported?size gt 1>
        <nav aria-label="${msg("languages")}">
          <ul class="crm-languages">
            <#list locale.supported as l>
              <li><#if l.languageTag == locale.currentLanguageTag><strong lang="${l.languageTag}">${l.label}</strong><#else><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${l.label}</a></#if></li>
            </#list>
          </ul>
        </nav>
      </#if>
    </footer>
  </div>
</div>
</body>
</html>
</#macro>
