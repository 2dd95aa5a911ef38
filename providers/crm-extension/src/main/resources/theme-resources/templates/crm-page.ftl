<#-- A page of ours: one stylesheet and nothing inline, so that its Content-Security-Policy can be strict; under any login theme.
     scripts are modules among the theme's resources, for what is nicer with them and works without. -->
<#import "crm-brand.ftl" as brand>
<#import "crm-languages.ftl" as languages>
<#macro layout title scripts=[]>
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
  <#list scripts as script>
  <script type="module" src="${url.resourcesPath}/${script}"></script>
  </#list>
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
      <@languages.links/>
    </footer>
  </div>
</div>
</body>
</html>
</#macro>
