"""How a report looks as HTML, on a screen and on paper; one text, nothing outside."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light; --done: #1B6F5E; --text: #1E2A2F; --muted: #5C6970;
  --line: #E5DFD3; --paper: #FFFFFF; --soft: #FAF8F4; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--text); -webkit-text-size-adjust: 100%;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Liberation Sans", Arial, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 3rem 1.5rem 4rem;
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
h1, h2, h3, h4, h5, h6, p, li, td, th { unicode-bidi: plaintext; text-align: start; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; text-wrap: balance; }
h1 { font-size: 2.1rem; letter-spacing: -.01em; margin: 0; }
h2 { font-size: 1.4rem; margin-top: 2.5rem; padding-bottom: .35rem;
  border-bottom: 2px solid var(--line); color: var(--done); }
h3 { font-size: 1.15rem; margin-top: 1.9rem; }
h4 { font-size: 1rem; margin-top: 1.6rem; }
h5, h6 { font-size: .95rem; margin: 1em 0 .35em; }
p, ul, ol, blockquote, pre { margin: 0 0 .8rem; }
.wide { margin: 0 0 1.25rem; }
header { border-bottom: 4px solid var(--done); padding-bottom: 1.1rem; }
header p { color: var(--muted); margin: .45rem 0 0; }
a { color: var(--done); text-underline-offset: .15em; text-decoration-thickness: 1px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.2rem 0; }
nav { background: var(--soft); border: 1px solid var(--line); border-radius: 8px;
  margin: 1.75rem 0 0; padding: 1rem 1.25rem; }
nav p { color: var(--muted); font-size: .85rem; font-weight: 600; margin: 0 0 .4rem; }
nav ul, nav li > ul { list-style: none; margin: 0; padding: 0; }
nav li > ul { columns: 15rem; column-gap: 1.5rem; padding: 0 0 .4rem 1rem;
  font-size: .92rem; }
nav li { break-inside: avoid; margin: 0; padding: .1rem 0; }
nav > ul > li { break-inside: auto; }
nav a { text-decoration: none; }
nav ul ul a { color: var(--text); }
nav a:hover { text-decoration: underline; }
ul, ol { padding-left: 1.4rem; }
li { margin: .25rem 0; }
li > ul, li > ol { margin: .1rem 0 .4rem; }
li::marker { color: var(--muted); }
main > h3 + p, main > h4 + p { color: var(--muted); }
.task-item { list-style: none; position: relative; }
.task { position: absolute; left: -1.4rem; top: .3em; width: .95em; height: .95em;
  border: 1.5px solid var(--muted); border-radius: 3px; }
.task.done { background: var(--done); border-color: var(--done);
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.task.done::after { content: ""; position: absolute; left: .24em; top: .03em;
  width: .22em; height: .46em; border: solid var(--paper); border-width: 0 2px 2px 0;
  transform: rotate(45deg); }
.entries { list-style: none; padding: 0; }
.entries > li { border-top: 1px solid var(--line); margin: 0; padding: .65rem 0; }
.entries > li > :last-child { margin-bottom: 0; }
.entries > li > p:first-child { color: var(--muted); font-size: .9rem;
  margin-bottom: .2rem; }
.entries > li > p:first-child > strong { color: var(--text); }
blockquote { border-left: 3px solid var(--line); padding: .1rem 0 .1rem 1rem; }
blockquote > :last-child { margin-bottom: 0; }
code { background: var(--soft); border-radius: 4px; padding: .1em .25em; font: .88em/1.5
  ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px;
  overflow-x: auto; padding: .7rem .9rem; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .95rem; }
main > .wide > table { width: min(100%, 28rem); }
th, td { border-bottom: 1px solid var(--line); padding: .35rem 1.25rem .35rem 0;
  vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
th { color: var(--muted); font-size: .85rem; font-weight: 600; }
.end { text-align: end; white-space: nowrap; }
.centre { text-align: center; }
@media (max-width: 36rem) {
  body { padding: 1.75rem 1.1rem 3rem; }
  h1 { font-size: 1.65rem; }
  h2 { font-size: 1.25rem; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --done: #44BFA1; --text: #E7ECEA; --muted: #93A2A6;
    --line: #2B373B; --paper: #141B1E; --soft: #1A2326; }
}
@page { size: A4; margin: 20mm 20mm 22mm;
  @bottom-center { content: counter(page) " / " counter(pages); color: #5C6970;
    font: 9pt system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; } }
@media print {
  html { font-size: 10.5pt; line-height: 1.5; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  li, tr, blockquote > p, pre { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  .label, main > h3 + p, main > h4 + p, .entries > li > p:first-child {
    break-after: avoid; }
  thead { display: table-header-group; }
  pre, pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
  .chapters h2 { break-before: page; }
}
"""
