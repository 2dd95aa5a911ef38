<#-- What our mails are made of inside the frame; inline styles, so that they look the same under any theme. -->
<#assign accent = (brand.color)!"#14477d">
<#assign onAccent = (brand.onColor)!"#ffffff">

<#-- A button that is a table cell, for Outlook; the link stands below in letters too. -->
<#macro button url label>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0;">
  <tr><td align="center" bgcolor="${accent}" style="border-radius:8px;background:${accent};">
    <a class="crm-button" href="${url}" style="display:inline-block;padding:12px 28px;font-weight:600;color:${onAccent};text-decoration:none;border-radius:8px;border:1px solid ${accent};">${label}</a>
  </td></tr>
</table>
</#macro>

<#macro quote>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0;">
  <tr><td class="crm-quote" style="padding:12px 16px;background:#eaeef5;border-${(ltr!true)?then("left", "right")}:3px solid ${accent};border-radius:4px;"><#nested></td></tr>
</table>
</#macro>

<#macro note>
<p class="crm-note" style="margin:16px 0 0;font-size:14px;line-height:1.5;color:#525e74;overflow-wrap:anywhere;word-break:break-word;"><#nested></p>
</#macro>
