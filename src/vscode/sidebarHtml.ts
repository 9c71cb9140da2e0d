export interface SidebarPage {
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
}

/**
 * The page around the webview's script. Its policy names no place at all, only this one script and this one style
 * by a number that nobody can guess: whatever runs in it can reach the editor's extension and nothing else.
 */
export function sidebarHtml({ nonce, script, style, language }: SidebarPage): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AI Net Value</title>
<link rel="stylesheet" nonce="${attribute(nonce)}" href="${attribute(style)}">
</head>
<body>
<main id="root" data-state="scanning" aria-busy="true"><p class="quiet">Reading what is stored…</p></main>
<div id="status" class="unseen" role="status" aria-live="polite"></div>
<script nonce="${attribute(nonce)}" src="${attribute(script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
