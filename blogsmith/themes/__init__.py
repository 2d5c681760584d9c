"""A Page becomes text. This page is the manual of whoever writes a theme.

**A theme is a folder** with `theme.toml` and any of `templates/`, `assets/`, `strings/`:

```toml
# theme.toml: every key may be left out; an unknown one is an error
name = "paper"
extends = "default"                # this theme's files win, the rest comes from there
stylesheets = ["site.css"]         # names in assets/; a child's list replaces its parent's
scripts = ["site.js"]              # to be printed with `defer`
boot_scripts = ["mode.js"]         # to be printed before the style sheets, blocking; keep it tiny
dyes = ["tech", "design"]          # colour sets for categories and writers, in the order they are given
[options.columns]                  # a site sets it under [theme.options]; templates read `site.options.columns`
type = "integer"                   # text, integer or boolean
default = 20
description = "Columns of the sheet."
choices = [10, 20]                 # may be left out
[extra]                            # free
letters = { tech = "ㄱ" }          # the letter of each dye
[extra.inks]                       # what social cards are drawn in, by dye
tech = { field = "#2740b8", on = "#ffffff", deep = "#14215f", light = "#bccbff", spark = "#f2b01e" }
```

**Layers; the first that has a file wins:** `themes/local/` of the site (its own overlay: `templates/ assets/ strings/
hooks/`, no `theme.toml`), then `themes/NAME/` of the site or the bundled theme NAME, then the themes it extends. A
theme `default` of the site that says `extends = "default"` extends the bundled one. A template that wants the one it
covers writes `{% extends "parent:post.html" %}` and replaces single blocks.

**Page templates** (in `templates/`): `home.html post.html category.html tag.html series.html author.html authors.html
archive.html page.html 404.html`. Each sees the fields of its view (`blogsmith/pages/views/`) as top-level names, such
as `site`, `meta`, `title`, and nothing else. Feeds, sitemap, redirects are `machine/...`, blogsmith's own; no theme
replaces them.

**The language is Jinja**, sandboxed, with autoescape always on and every unknown name an error. Templates that are
included, extended or imported, and hooks, are named by literal strings; no template may reach itself again that way (a
macro may call itself). Beside its view a template can use:

- `t("post.by", name=author.name)`: the string of `strings/LANG.toml` in the page's language, `{name}` filled in and
  escaped. All keys that are written out are checked before anything is rendered.
- `hook("post_footer", post_id=id)`: the site's `themes/local/hooks/post_footer.html`, which sees these values and
  `site`; or nothing.
- `range`, `dict`, `namespace`: Jinja's own.

and these filters beside Jinja's (of which `safe`, `tojson`, `random`, `pprint` are gone, and `count` is another: use
`length` for lists):

- `markup`: a field of type `Html`, unescaped.
- `date_long`, `date_short`, `month_day`, `month_day_short`, `month_year`: a date in the pattern of the string
  `date.long`, `date.short`, `date.month_day`, `date.month_day_short`, `date.month_year`.
- `iso`, `rfc822`: `2026-11-22T09:00:00+09:00`, `Sun, 22 Nov 2026 09:00:00 +0900`.
- `count`: 12345 as `12,345`; the separator is the string `number.group` where there is one.
- `typeset`: Korean text or markup without line breaks between a closing mark and Hangul or inside short quotes.
- `with_code`: plain text as markup, typeset, with what stands in backticks as code.
- `json`: a plain value as JSON, safe in scripts and in attributes with *single* quotes.
- `xml`: text, or a whole block of it, without the characters that XML forbids.
- `drawn_cover`, `drawn_seal`: a CoverView, a SealView as an SVG drawing (given by the pipeline; their result is
  markup).

**Strings**: `strings/ko.toml`, `strings/en.toml`; nested tables and dotted keys both give `post.by`. Plain text, no
markup; a sentence that holds a link gets it as a fact: `{% set who %}<a href="...">...</a>{% endset %}` and then
`{{ t("post.by", name=who) }}`. Every key stands in every language of the site. One and many are two keys, `posts.one`
and `posts.other`. Date patterns know `{year} {month} {month2} {month_name} {month_short} {day} {day2}`: `month2` has
two digits, `month_name` is the string `month.1` to `month.12`, `month_short` the string `month_short.1` to `.12`. So
`date.long = "{year}년 {month}월 {day}일"` and `date.long = "{day} {month_name} {year}"`.

**Hooks** are where a site adds markup of its own without touching a theme: `HOOKS` in `themes/layer.py` lists them all,
and a theme calls each where it belongs. An imported macro knows `site` only when imported `with context`.

**Assets**: `assets/site.css` is published as `assets/site.1a2b3c4d.css`; templates print `site.stylesheets`,
`site.scripts`, `site.boot_scripts` and `site.assets["icon.svg"]`, which hold the published URLs. `url(...)` and
`@import` between style sheets and other assets are rewritten; scripts get URLs from data attributes.
`assets/static/favicon.ico` is published as `/favicon.ico`, as it is.
"""
