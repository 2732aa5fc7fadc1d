"""Text in XML 1.0: elements and attributes that nothing ends but we."""

import re

from termwise.text.escape import html_text

_NO_CHARACTER = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xml_text(text: str) -> str:
    """Plain text for an element or a quoted attribute.

    XML 1.0 cannot hold control characters, however they are written; each becomes the
    replacement character. Line ends and tabs come back as they were.
    """
    escaped = html_text(_NO_CHARACTER.sub("\ufffd", text))
    return re.sub(r"[\t\n\r]", lambda found: f"&#{ord(found[0])};", escaped)


def element(name: str, text: str = "", **attributes: str) -> str:
    """An element that holds text, or nothing; `xml_lang` is written `xml:lang`."""
    shown = "".join(
        f' {key.replace("_", ":")}="{xml_text(value)}"' for key, value in attributes.items()
    )
    return f"<{name}{shown}>{xml_text(text)}</{name}>" if text else f"<{name}{shown}/>"
