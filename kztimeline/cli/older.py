"""What timelines of schema 1 may lack: fields that are more than the first ones, or came later.

A field that is added to the published records gets its row here, so that what was saved before can
still be read.
"""

from __future__ import annotations

from typing import Any, Final

# By the field that holds the record, or the list of them, and `timeline` for the whole: what each
# has when it is not told.
_UNTOLD: Final[dict[str, dict[str, Any]]] = {
    "timeline": {"hidden": [], "chosen": None},
    "events": {"note": None, "edits": [], "why": []},
    "undated": {"note": None, "edits": [], "why": []},
    "hidden": {"why": []},
    "days": {"why": []},
    "steps": {"text": None, "path": None, "line": None, "operator": "", "inputs": []},
    "quantities": {"about": ""},
    "readings": {"display_date": ""},
    "merge": {"links": []},
    "sources": {"mention": "mn-"},
    "warnings": {"line": None, "is_problem": True},
}


def completed(part: Any, name: str = "") -> Any:  # noqa: ANN401  JSON of any shape
    """The JSON with every such field in its place; what is there stays.

    >>> completed({"quantities": [{"value": 3}]})
    {'quantities': [{'about': '', 'value': 3}]}
    """
    if isinstance(part, list):
        return [completed(each, name) for each in part]
    if not isinstance(part, dict):
        return part
    told = {key: completed(value, key) for key, value in part.items()}
    whole = {**_UNTOLD.get(name, {}), **told}
    if name == "readings" and not whole["display_date"]:
        whole["display_date"] = whole.get("edtf", "")
    return whole
