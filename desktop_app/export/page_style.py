"""The style and the one script of exported pages. Both stand in the page: it must open from a stick, offline."""

import base64
import hashlib

TAG_COLOURS = 12
NOTE_COLOURS = 5

# The colours are those of the window (light and dark); white on a tag's colour has a contrast above 4.5.
_TAGS = (
    *("#B5432A", "#A85F0C", "#5F7318", "#1F6470", "#2A6A9C", "#5B5AA8"),
    *("#8A3D6B", "#A33B54", "#7A5C3E", "#3F7345", "#55606B", "#7B4FA0"),
)
# A note's bar; the ground of the words it is about and that of its card, on light paper and on dark.
_NOTES = (
    ("#D9A400", "#FFECAF", "#FFF6D8", "#514A22", "#322F22"),
    ("#1F6470", "#C9D8DB", "#E7EEEF", "#213F44", "#222E32"),
    ("#8A3D6B", "#E3D0DB", "#F3EAF0", "#4C2F45", "#302931"),
    ("#2A6A9C", "#CCDBE7", "#E8EFF5", "#254158", "#232F39"),
    ("#3F7345", "#D1DDD2", "#EAF0EB", "#2E4535", "#26302B"),
)

STYLE = (
    """
:root{--page:#FAF8F4;--sheet:#FFFFFF;--ink:#20242A;--muted:#666971;--line:#E2DDD2;--accent:#1F6470;
--chip:#EAE5DA;--hover:#F3F0E9;color-scheme:light dark;
--sans:Inter,"Noto Sans","Segoe UI",system-ui,-apple-system,"Noto Sans CJK JP","Hiragino Sans","Yu Gothic",
sans-serif;
--serif:"Noto Serif","Source Serif 4",Charter,Georgia,Cambria,"Noto Serif CJK JP","Hiragino Mincho ProN",
"Yu Mincho",serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:14px/1.5 var(--sans);font-variant-numeric:tabular-nums;
overflow-wrap:anywhere}
a{color:inherit;text-decoration:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.kicker{color:var(--accent);font-size:12px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;margin:0 0 6px}
h1{font:600 27px/1.25 var(--serif);margin:0 0 10px;text-wrap:balance}
.untitled{color:var(--muted);font-style:italic}
.meta{color:var(--muted);font-size:12.5px;margin:0}
.tags{display:inline-flex;flex-wrap:wrap;gap:4px 6px;vertical-align:middle}
.tag{background:var(--chip);color:#fff;border-radius:4px;padding:1px 7px;font-size:11.5px;line-height:17px;
font-weight:500}
@media (prefers-color-scheme:dark){:root{--page:#1D2023;--sheet:#22262A;--ink:#E6E3DC;--muted:#9A9DA3;--line:#33383D;
--accent:#5FB3BF;--chip:#2F3439;--hover:#22262A}}
"""
    + "".join(f".t{at}{{background:{colour}}}" for at, colour in enumerate(_TAGS))
    + "\n"
)

INDEX_STYLE = """
main{max-width:880px;margin:0 auto;padding:64px 32px 96px}
h1{font-size:32px;margin-bottom:4px}
form{margin:28px 0 0}
input{width:100%;font:15px/1.4 var(--sans);color:var(--ink);background:var(--sheet);border:1px solid var(--line);
border-radius:8px;padding:10px 14px}
input:focus{outline:none;border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
.facets{display:flex;flex-wrap:wrap;gap:6px;margin:12px 0 0}
.facets button{font:500 12px/18px var(--sans);color:var(--muted);background:none;border:1px solid var(--line);
border-radius:12px;padding:2px 10px;cursor:pointer}
.facets button:hover{color:var(--ink)}
.facets button[aria-pressed=true]{background:var(--accent);border-color:var(--accent);color:var(--page)}
.facets small{font-size:11px;margin-left:5px;opacity:.75}
#list{list-style:none;margin:28px 0 0;padding:0;border-bottom:1px solid var(--line)}
#list li{display:grid;grid-template-columns:124px 1fr;gap:0 16px;padding:14px 0 15px;border-top:1px solid var(--line);
position:relative;content-visibility:auto;contain-intrinsic-size:auto 84px}
#list li:hover{background:var(--hover);box-shadow:-16px 0 0 var(--hover),16px 0 0 var(--hover)}
#list li[hidden]{display:none}
#list .part{display:block;padding:26px 0 12px;content-visibility:visible}
#list .part:hover{background:none;box-shadow:none}
.part h2,.part h3{font:600 19px/1.35 var(--serif);margin:0 0 6px}
.introduction,.part{font:15px/1.6 var(--serif)}
.introduction{margin:18px 0 0}
.introduction h3{font:600 17px/1.35 var(--serif);margin:14px 0 6px}
.introduction p,.part p{margin:0 0 .7em}
.introduction ul,.part ul,.introduction ol,.part ol{margin:0 0 .7em;padding-left:1.3em}
.introduction li,.part li{display:list-item!important;padding:0!important;border:0!important}
.comment{border-left:3px solid var(--accent);padding-left:12px;margin:6px 0;font:italic 14px/1.5 var(--serif)}
.comment p{margin:0}
time{color:var(--muted);font-size:12.5px;line-height:22px}
#list a{font:600 16px/22px var(--serif)}
#list a::after{content:"";position:absolute;inset:0}
#list li:hover a{color:var(--accent)}
#list .lines{margin:3px 0 0;text-align:left;font-size:13px;line-height:20px;color:var(--muted);display:-webkit-box;
-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
#list .meta{margin:5px 0 0;display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center}
#none{color:var(--muted);margin:28px 0}
@media (max-width:640px){main{padding:36px 20px 64px}#list li{grid-template-columns:1fr}}
@media print{form,.facets{display:none}main{padding:0;max-width:none}#list li{content-visibility:visible}}
"""

PAGE_STYLE = (
    """
.bar{display:flex;gap:20px;align-items:center;padding:14px 32px;border-bottom:1px solid var(--line);color:var(--muted);
font-size:13px}
.bar a:hover{color:var(--accent)}
.bar .gap{flex:1}
.bar .step{font-size:17px;line-height:1;padding:3px 9px}
.bar .off{opacity:.3}
main{max-width:1080px;margin:0 auto;padding:56px 32px 96px}
.sheet{max-width:640px;margin:0 auto}
.noted .sheet{margin:0 0 0 48px}
.meta{margin:0 0 10px}
.comment{border-left:3px solid var(--accent);padding-left:14px;margin:14px 0 0;font:italic 15px/1.5 var(--serif)}
.comment p{margin:0}
.text{margin-top:30px;font:17px/1.6 var(--serif)}
.text p,.text h2{margin:0 0 1.05em;white-space:pre-line;clear:left}
:lang(ja) p{line-height:1.85}
.text h2{font:600 18px/1.35 var(--serif);margin:1.7em 0 .5em}
.text .lead{font-weight:600}
.text .byline{font:13.5px/1.5 var(--sans);color:var(--muted)}
.text .caption,.text .credit{font:13.5px/1.55 var(--sans);color:var(--muted);border-left:2px solid var(--line);
padding-left:14px}
mark{color:inherit;border-radius:2px;padding:.08em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.ref{font:600 10.5px/1 var(--sans);color:var(--accent);vertical-align:super;padding:0 1px 0 2px;scroll-margin-top:40vh}
.note{border-left:3px solid;border-radius:0 6px 6px 0;padding:9px 13px 10px;margin:0 0 12px;font:13px/1.5 var(--sans);
white-space:pre-line;scroll-margin-top:30vh}
.note b{font-size:10.5px;margin-right:6px;color:var(--accent)}
.note q{display:block;color:var(--muted);margin-bottom:4px}
.note:target,mark:has(+.ref:target){outline:2px solid var(--accent);outline-offset:1px}
.whole{margin-top:24px}
footer{color:var(--muted);font-size:11.5px;line-height:1.6;margin-top:44px;padding-top:14px;
border-top:1px solid var(--line)}
code{font:11px ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
@media (min-width:1000px){.noted .note{float:right;clear:right;width:264px;margin-right:-312px}}
@media (max-width:999px){.noted .sheet{margin:0 auto}.block{display:flex;flex-direction:column}
.block>.note{order:1}}
@media (max-width:640px){main{padding:32px 20px 64px}.bar{padding:12px 20px}h1{font-size:24px}}
@media print{.bar{display:none}main{padding:0}body{background:none}}
"""
    + "".join(
        f".c{at}{{background:{words};border-color:{bar}}}.note.c{at}{{background:{card}}}"
        for at, (bar, words, card, _, _) in enumerate(_NOTES)
    )
    + "\n@media (prefers-color-scheme:dark){"
    + "".join(
        f".c{at}{{background:{words}}}.note.c{at}{{background:{card}}}"
        for at, (_, _, _, words, card) in enumerate(_NOTES)
    )
    + "}\n"
)

# Filters the list by words and tags. It reads the page and changes which rows are hidden, nothing else; without
# it the list is whole and the filter does not show.
SCRIPT = """
const list=document.getElementById("list"),form=document.forms[0],box=form.q,said=document.getElementById("said");
const none=document.getElementById("none"),facets=document.getElementById("facets");
const rows=[...list.querySelectorAll("li[data-date]")];
const parts=[...list.querySelectorAll(".part")];
const fold=s=>s.normalize("NFKD").replace(/\\p{M}/gu,"").toLowerCase();
const tagsOf=row=>[...row.querySelectorAll(".tag")].map(tag=>tag.textContent);
const lang=document.documentElement.lang,count=n=>n.toLocaleString(lang),chosen=new Set();
let texts,whole=said.textContent,waiting=0;
function filter(){
  waiting=0;
  texts??=rows.map(row=>({text:fold(row.textContent+" "+row.dataset.date),tags:tagsOf(row)}));
  const words=fold(box.value).split(/\\s+/).filter(Boolean);
  let shown=0;
  rows.forEach((row,at)=>{
    const {text,tags}=texts[at];
    const fits=words.every(word=>text.includes(word))&&[...chosen].every(tag=>tags.includes(tag));
    row.hidden=!fits;shown+=fits;
  });
  const all=shown===rows.length;
  said.textContent=all?whole:said.dataset.some.replace("{n}",count(shown)).replace("{all}",count(rows.length));
  none.hidden=shown>0||all;
  for(const part of parts)part.hidden=!all;
}
const soon=()=>{waiting||=setTimeout(filter,60)};
const counts=new Map();
for(const row of rows)for(const tag of tagsOf(row))counts.set(tag,(counts.get(tag)||0)+1);
for(const [tag,n] of [...counts].sort((a,b)=>b[1]-a[1]).slice(0,16)){
  const button=document.createElement("button"),small=document.createElement("small");
  button.type="button";button.textContent=tag;button.setAttribute("aria-pressed","false");
  small.textContent=count(n);button.append(small);
  button.onclick=()=>{
    const on=!chosen.delete(tag)&&!!chosen.add(tag);
    button.setAttribute("aria-pressed",on);soon();
  };
  facets.append(button);
}
box.oninput=soon;
form.onsubmit=event=>event.preventDefault();
document.onkeydown=event=>{
  if(event.key==="/"&&document.activeElement!==box){event.preventDefault();box.focus()}
  if(event.key==="Escape"&&box.value){box.value="";soon()}
};
form.hidden=rows.length<2;
addEventListener("pageshow",()=>{if(box.value)filter()});
"""


def policy(*, script: bool) -> str:
    """The content security policy: nothing is loaded, and of scripts only ours, known by its hash, runs."""
    ours = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    scripts = f"; script-src 'sha256-{ours}'" if script else ""
    return f"default-src 'none'; style-src 'unsafe-inline'{scripts}; base-uri 'none'; form-action 'none'"
