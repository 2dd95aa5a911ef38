<#-- The frame of every mail. Tables and inline styles, for there are mail programs that know no others; the style sheet is only for
     those that do: they turn dark and narrow. Without the bean (another provider of mails) it is Keycloak's frame with our look. -->
<#assign name = (brand.name)!realmName!"">
<#assign accent = (brand.color)!"#14477d">
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${ltr?then('ltr', 'rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <meta name="format-detection" content="telephone=no, date=no, address=no">
  <title>${subject!name}</title>
  <style>
    .crm-text a { color: ${accent}; overflow-wrap: anywhere; }
    .crm-text p { margin: 0 0 16px; }
    @media (max-width: 600px) { .crm-card { padding: 24px 20px !important; } }
    @media (prefers-color-scheme: dark) {
      .crm-ground { background: #11151c !important; }
      .crm-card { background: #1a202a !important; border-color: #343d4c !important; }
      .crm-text, .crm-name { color: #e7ebf2 !important; }
      .crm-text a:not(.crm-button) { color: #8fbcf2 !important; }
      .crm-note, .crm-foot, .crm-foot a { color: #a7b1c3 !important; }
      .crm-quote { background: #252d3a !important; }
    }
  </style>
</head>
<body class="crm-ground" style="margin:0;padding:0;background:#f2f4f8;-webkit-text-size-adjust:100%;">
<table role="presentation" class="crm-ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f2f4f8;">
  <tr><td height="4" style="height:4px;line-height:4px;font-size:0;background:${accent};">&nbsp;</td></tr>
  <tr><td align="center" style="padding:24px 12px 40px;">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
      <tr><td class="crm-name" style="padding:0 4px 16px;font:600 18px/1.3 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#17202e;">
        <#if (brand.logo)??><img src="${brand.logo}" alt="${name}" height="36" style="display:block;height:36px;max-width:200px;border:0;"><#else>${name}</#if>
      </td></tr>
      <tr><td class="crm-card crm-text" style="padding:32px;background:#ffffff;border:1px solid #d6dce6;border-radius:12px;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#17202e;">
        <#nested>
      </td></tr>
      <tr><td class="crm-foot" style="padding:16px 4px 0;font:14px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#525e74;">
        ${name}<#if (brand.support)??> · ${msg("crm.brand.questions")} <a href="${brand.supportUrl}" style="color:#525e74;display:inline-block;">${brand.support?remove_beginning("https://")}</a></#if>
      </td></tr>
    </table>
  </td></tr>
</table>
</body>
</html>
</#macro>
