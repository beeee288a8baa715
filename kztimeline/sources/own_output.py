"""What this program wrote, known by how it begins: results are no articles.

A row for each form of result. They fit the first lines only, so that an article which quotes a
result is still read.
"""

from __future__ import annotations

import re
from typing import Final

HEAD: Final = 16_384  # bytes; the first lines of any result, whatever its titles
_DATE = rb"[-0-9./~?%X\[\]]*"  # EDTF, or nothing
_PLACE = rb"[^\t\n]{1,4096}:\d+"  # no path is longer
_GAP = rb"(?:\t| {2,})"  # columns in a pipe, and on a screen
_MARK = "(?:●|✓|○|◇|≠|·)".encode()
_KNOWN = rb"(?:unknown|guessed|inferred|derived|stated)"
_FORMS: Final = {
    "json": rb'\{\s*"schema":\s*"kztimeline\.',
    "markdown": rb"<!-- kztimeline",
    "html": rb"<!doctype html>\s*<!-- kztimeline",
    "sqlite": rb"SQLite format 3\0[\0-\xff]{52}kztl",  # its application id
    "ics": rb"BEGIN:VCALENDAR\r?\nVERSION:2\.0\r?\nPRODID:-//kztimeline//",
    "timelinejs": rb'\{\s*"scale":\s*"human",\s*"title":\s*\{\s*"unique_id":\s*"kztimeline"',
    "timelinejs csv": rb"Year,Month,Day,Time,End Year,",
    "timesketch": rb"message,datetime,timestamp_desc,id,date,",
    "csv": rb"id,date,date_end,edtf,",
    "lines": _DATE + rb"\t[^\t\n]+\t" + _PLACE + rb"(?:; |\n|\Z)",
    "screen": rb"[^\n]{1,120}\n {2}" + _MARK + rb" [^\n]*(?:\n {4}[^\n]*){0,99}?:\d+(?: |\n|\Z)",
    "bare screen": rb"No dated events\n {2}",
    "why": rb"[^\n]{1,120}\n(?: {2}[^\n]*\n){1,9}? {2}ev-[0-9a-f]{8} ",
    "changes": rb"(?:added|gone|hidden|moved|disputed|settled|merged|split|changed|figure)"
    rb"(?:\t[^\t\n]*){3}\t(?:[^\t\n]+:\d+)?(?:; |\n|\Z)",
    "changes screen": rb"(?:Added|Gone|Hidden by hand|Moved|Newly disputed|No longer disputed|"
    rb"Merged into another|Split from another|Told otherwise, on the same date|"
    rb"Figures on which sources newly differ)"
    rb" \([\d,]+\)\n {2}",
    "no changes": rb"Nothing differs\.\s*\Z",
    "dates csv": rb"path,article,line,start,end,",
    "anchors csv": rb"path,id,title,date,earliest,",
    "json lists": rb'(?:\[\s*)?\{\s*"path":\s*"[^"\n]*",\s*"(?:article|id)":\s*"art-',
    "settings": rb"(?:anchor"
    + _GAP
    + rb"\S+"
    + _GAP
    + rb"(?:option|environment|file|default)"
    + _GAP
    + rb"|name,value,source,place\n)",
    "settings list": rb'(?:\[\s*)?\{\s*"name":\s*"anchor",\s*"value":',
    "review": rb"(?:ev-[0-9a-f]{8}"
    + _GAP
    + rb"\S+"
    + _GAP
    + rb"(?:conflict|ambiguous|merge|inferred)[, \t]|id,doubts,date,title,)",
    "review list": rb'(?:\[\s*)?\{\s*"id":\s*"ev-[0-9a-f]{8}",\s*"doubts":',
    "empty list": rb"\[\s*\]\s*\Z",
    "dates": _PLACE + _GAP + rb"\S+" + _GAP + rb"(?:DATE|TIME|DURATION|SET)" + _GAP,
    "anchors screen": rb"(?:no day known|\d{4}[-\d]*(?: {2}[A-Z][a-z]{2})?) {2,}[^\n]{1,4096}?"
    rb"(?:(?:\n {18}[^\n]{0,99}){0,99}?\n {18}| {2})" + _KNOWN + rb"(?:,|\s|\Z)",
}
_OURS: Final = re.compile(rb"\s*+(?:" + rb"|".join(_FORMS.values()) + rb")")
# apart, for it begins with anything; it is tried where there is such a gap
_ANCHORS: Final = re.compile(
    rb"\s*+[^\t\n]{1,4096}?" + _GAP + rb"(?:-|\d{4}[-\d]*)" + _GAP + _KNOWN + _GAP
)
_GAPS: Final = (b"\t", b"  ")


def is_own_output(raw: bytes) -> bool:
    r"""Whether the bytes are a result of any command in any format.

    >>> is_own_output(b"2024-03-15\tIt rained\tn/a.txt:1\n")
    True
    """
    head = raw[:HEAD].removeprefix(b"\xef\xbb\xbf")
    has_gap = any(gap in head for gap in _GAPS)
    return bool(_OURS.match(head) or (has_gap and _ANCHORS.match(head)))
