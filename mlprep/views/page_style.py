"""The style of what is shown on a page: light or dark as the page or the system is, with nothing from outside."""

from __future__ import annotations

_LIGHT = "--good:#1a7f37;--bad:#c4232b;--warn:#8a5a00;--accent:#0b62c4;--dim:#5b636d;--line:#d3d9e0;--soft:#8a929b1f"
_DARK = "--good:#4cc263;--bad:#ff7b72;--warn:#e0a63a;--accent:#6cb2ff;--dim:#9aa4af;--line:#3a424c;--soft:#8a929b2e"
_CLUSTERS = ("#3b82d6", "#d97a1c", "#2f9e59", "#a155c9", "#d4497b", "#7f8b1f")

# JupyterLab and VS Code say on the body which theme they show; elsewhere the system's wish counts.
_RULES = f"""
.mlprep{{{_LIGHT};color:inherit;font:14px/1.5 system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif;
max-width:60rem;text-align:left}}
@media (prefers-color-scheme:dark){{.mlprep{{{_DARK}}}}}
body[data-jp-theme-light="true"] .mlprep,body.vscode-light .mlprep{{{_LIGHT}}}
body[data-jp-theme-light="false"] .mlprep,body.vscode-dark .mlprep{{{_DARK}}}
.mlprep{{--ink:var(--jp-content-font-color1,var(--vscode-foreground,currentColor))}}
.mlprep p{{margin:.5em 0}} .mlprep h4{{margin:1em 0 .3em;font-size:1em;font-weight:600}}
.mlprep pre,.mlprep code,.mlprep td,.mlprep th{{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,
'DejaVu Sans Mono',monospace}}
.mlprep pre{{margin:0;padding:0;background:none;color:inherit;border:0;white-space:pre;overflow-x:auto}}
.mlprep code{{background:var(--soft);color:inherit;border-radius:3px;padding:0 .25em}}
.mlprep .head{{font-size:1.1em;font-weight:600;margin:0 .8em .4em 0;display:inline-block}}
.mlprep .good{{color:var(--good)}} .mlprep .bad{{color:var(--bad)}} .mlprep .warn{{color:var(--warn)}}
.mlprep .dim{{color:var(--dim)}} .mlprep .first{{font-weight:600}}
.mlprep .part{{display:inline-block;margin:0 .4em .3em 0;padding:0 .6em;border:1px solid var(--line);
border-radius:1em;color:var(--dim);font-size:.92em;white-space:nowrap}}
.mlprep .part.open{{color:var(--bad);border-color:var(--bad);font-weight:600}}
.mlprep .box{{border-left:3px solid var(--line);padding:.1em 0 .1em .9em;margin:.6em 0}}
.mlprep .pair{{display:flex;flex-wrap:wrap;gap:.5em 2.2em;margin:.4em 0;align-items:flex-start}}
.mlprep table{{border-collapse:collapse;margin:0;border:0;display:table;width:auto}}
.mlprep tr{{background:none!important}}
.mlprep td,.mlprep th{{padding:.05em .55em;text-align:right;border:0;background:none;vertical-align:top;
white-space:nowrap;max-width:none}}
.mlprep th{{font-weight:400;color:var(--dim);text-align:left;padding-left:0}}
.mlprep .inputs td,.mlprep .inputs th{{text-align:left;padding-bottom:.4em}}
.mlprep td.x{{color:var(--bad);font-weight:700;background:var(--soft);border-radius:3px}}
.mlprep svg{{display:block;max-width:100%;height:auto;margin:.5em 0;overflow:visible;color:var(--ink)}}
.mlprep svg text{{font:12px system-ui,'DejaVu Sans',sans-serif;fill:currentColor}}
.mlprep svg text.dim{{fill:var(--dim)}} .mlprep svg text.end{{text-anchor:end}}
.mlprep svg .none{{fill:var(--soft)}} .mlprep svg .bad{{fill:var(--bad)}} .mlprep svg .ink{{fill:currentColor}}
.mlprep svg .dot{{fill:var(--dim);fill-opacity:.7}} .mlprep svg .frame{{fill:none;stroke:var(--line)}}
.mlprep svg path{{fill:none;stroke-width:2}} .mlprep svg .ring{{fill:none;stroke:var(--bad);stroke-width:1.5}}
.mlprep svg path.expected{{stroke:var(--accent)}}
.mlprep svg path.got{{stroke:var(--bad);stroke-dasharray:5 3}}
.mlprep svg .expected-dot{{fill:var(--accent)}} .mlprep svg .got-dot{{fill:var(--bad)}}
{" ".join(f".mlprep svg .c{i}{{fill:{color}}}" for i, color in enumerate(_CLUSTERS))}
.mlprep details{{margin:.5em 0}} .mlprep summary{{cursor:pointer}}
"""
_STYLE = f"<style>{_RULES.strip()}</style>"


def framed(content: str) -> str:
    """A piece of a page that brings its style along."""
    return f'{_STYLE}<div class="mlprep">{content}</div>'
