from kztimeline.outputs.as_lines import write_lines
from kztimeline.outputs.listings import write_lines as write_listing_lines
from kztimeline.outputs.publish import publish, publish_anchors, publish_dates
from makers import make_story

STORY = """\
1998\tThe union was founded\tarticles/herald.txt:6
2024-03-12\tDockers in Westport walked out\tarticles/herald.txt:4; articles/courier.txt:1
2024-03-12\tAt least 300 workers joined (date inferred)\tarticles/herald.txt:4
2024-03-12\tSome 450 workers took part (date inferred)\tarticles/courier.txt:2
2024-03-18\tThe port will reopen (planned)\tarticles/herald.txt:5
"""


def test_one_event_a_line() -> None:
    assert "".join(write_lines(publish(make_story().timeline, "9.9"))) == STORY


def test_listings() -> None:
    accounts = make_story().timeline.accounts
    assert list(write_listing_lines(publish_dates(accounts, str))) == [
        "articles/herald.txt:4\t2024-03-12\tDATE\tTuesday, 12 March\ten/weekday.bare\n",
        "articles/herald.txt:5\t2024-03-18\tDATE\tMonday\ten/weekday.bare\n",
        "articles/herald.txt:6\t1998\tDATE\t1998\ten/weekday.bare\n",
    ]
    assert list(write_listing_lines(publish_anchors(accounts, str))) == [
        "articles/herald.txt\t2024-03-15\tstated\theader\t15 March 2024\n",
        "articles/courier.txt\t-\tunknown\tnone\t-\n",
    ]
