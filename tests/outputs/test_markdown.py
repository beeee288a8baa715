from markdown_it import MarkdownIt

from kztimeline.model import Account
from kztimeline.outputs.as_markdown import write_markdown
from kztimeline.outputs.publish import publish
from makers import make_anchor, make_article, make_event, make_merged, make_story, make_timeline

STORY = """\
<!-- kztimeline.timeline 1.0 -->

# Timeline

## 1998

- The union was founded (articles/herald.txt:6)

## Tuesday 12 March 2024

- Dockers in Westport walked out (articles/herald.txt:4, articles/courier.txt:1)
- At least 300 workers joined — *date inferred* (articles/herald.txt:4)
- Some 450 workers took part — *date inferred* (articles/courier.txt:2)

## Monday 18 March 2024

- The port will reopen — *planned* (articles/herald.txt:5)

## Date not known

- The mayor called for calm (articles/courier.txt:2)

## Figures on which sources differ

- strikers (disagree): At least 300 workers (articles/herald.txt:4); Some 450 workers \
(articles/courier.txt:2)
"""


def test_whole_document() -> None:
    assert "".join(write_markdown(publish(make_story().timeline, "9.9"))) == STORY


def test_markup_in_a_title_is_text() -> None:
    article = make_article()
    event = make_event(article, title="<script>x</script> **bold** [a](b) `c`")
    account = Account(article, make_anchor(article), (), (event,))
    timeline = publish(make_timeline(account, events=[make_merged(event)]), "9.9")
    html = MarkdownIt("commonmark", {"html": True}).render("".join(write_markdown(timeline)))
    assert (
        "<li>&lt;script&gt;x&lt;/script&gt; **bold** [a](b) `c` (articles/herald.txt:1)</li>"
        in html
    )


def test_nothing_found() -> None:
    assert "".join(write_markdown(publish(make_timeline(), "9.9"))).endswith(
        "# Timeline\n\nNo events found.\n"
    )
