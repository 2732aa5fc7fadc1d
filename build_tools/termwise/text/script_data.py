"""Data within a page's HTML."""

import json


def script_data(data: object) -> str:
    """JSON that can stand in an element: no sign of it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
